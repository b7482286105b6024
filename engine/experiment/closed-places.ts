/**
 * A design in which every place of service is a closed room with its door shut: of the same size, at the same spot, and
 * nothing of it is heard or seen outside. Only what is perceived differs: people walk, wait and sit where they did.
 */
import type { Hearing } from '../model/hearing.ts';
import type { Model } from '../model/model.ts';
import { type Seeing, VIEW } from '../model/seeing.ts';
import type { Vantages } from '../model/vantage.ts';

/**
 * The same model with ideal rooms round all places where visitors are served, greeted or serve themselves. What happens
 * in waiting areas and on the way is as it was.
 */
export function withClosedPlaces(model: Model): Model {
  const isClosed = servingSpaces(model);
  const { hearing, seeing, vantages } = model;
  return {
    ...model,
    hearing: hearing === null ? null : closedHearing(hearing, isClosed),
    seeing: seeing === null || vantages === null ? null : closedSeeing(seeing, model, vantages, isClosed),
  };
}

/** By space: 1 where visitors are served at some time of the day. */
function servingSpaces({ scenario }: Model): Uint8Array {
  const serves = (type: string) => ['service', 'greeting', 'kiosk'].includes(scenario.spaceTypes[type].use);
  return Uint8Array.from(Object.values(scenario.spaces), ({ type, timetable }) =>
    Number(serves(type) || timetable.some((change) => serves(change.type))),
  );
}

function closedHearing(hearing: Hearing, isClosed: Uint8Array): Hearing {
  return {
    manners: hearing.manners,
    mannerOf: (matter, role) => hearing.mannerOf(matter, role),
    sti: (manner, space, vantage) => (isClosed[space] === 1 ? 0 : hearing.sti(manner, space, vantage)),
    stiAmid: (manner, space, vantage, babble) =>
      isClosed[space] === 1 ? 0 : hearing.stiAmid(manner, space, vantage, babble),
    addBabble: (manner, space, vantage, to) => {
      if (isClosed[space] === 0) hearing.addBabble(manner, space, vantage, to);
    },
    metresTo: (space, vantage) => hearing.metresTo(space, vantage),
    isInLoop: (space, vantage) => isClosed[space] === 0 && hearing.isInLoop(space, vantage),
    reach: (manner, space, sti) => (isClosed[space] === 1 ? 0 : hearing.reach(manner, space, sti)),
  };
}

function closedSeeing(seeing: Seeing, model: Model, { points }: Vantages, isClosed: Uint8Array): Seeing {
  const rooms = rectanglesOf(model);
  /** Whether a wall is between: they are in different places, and one of these is a room. */
  const areApart = (one: number, other: number) => {
    const isSame = one === other || (one >= 0 && other >= 0 && rooms[one] === rooms[other]);
    return !isSame && ((one >= 0 && isClosed[one] === 1) || (other >= 0 && isClosed[other] === 1));
  };
  const isHidden = (space: number, vantage: number) => areApart(space, points[vantage].space);
  return {
    view: (space, vantage) => (isHidden(space, vantage) ? VIEW.nothing : seeing.view(space, vantage)),
    makesOut: (what, space, vantage) => !isHidden(space, vantage) && seeing.makesOut(what, space, vantage),
    metresTo: (what, space, vantage) => seeing.metresTo(what, space, vantage),
    metresBetween: (from, who) => seeing.metresBetween(from, who),
    reach: (space, what) => (isClosed[space] === 1 ? 0 : seeing.reach(space, what)),
    recognises: (from, who) => !isHidden(points[from].space, who) && seeing.recognises(from, who),
  };
}

/** By space: the first one on the very same rectangle, with which it is one place. */
function rectanglesOf({ scenario }: Model): number[] {
  const names = Object.entries(scenario.spaces).map(([id, { at, size }]) => JSON.stringify([at ?? id, size]));
  return names.map((name) => names.indexOf(name));
}
