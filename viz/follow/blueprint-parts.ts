/** A visit as a service blueprint: who does what when, in four lanes, two before and two behind the line of visibility. */
import { STAGE } from '../../engine/model/model.ts';
import type { House } from '../engine/house.ts';
import { agencyName, clerkName, matterName, spaceName } from '../floor/names.ts';
import type { Journey, Meeting, Step } from './journey.ts';
import type { FollowWords } from './words.ts';

export const LANES = ['customer', 'front', 'back', 'support'] as const;
export type Lane = (typeof LANES)[number];

export interface BlueprintPart {
  readonly lane: Lane;
  /** In seconds after midnight; the same twice for what takes no time. */
  readonly from: number;
  readonly to: number;
  readonly title: string;
  /** Empty where there is nothing to add. */
  readonly more: string;
  readonly look: 'wait' | 'walk' | 'service' | 'work' | 'system' | 'event';
  /** Whose matter it is, for its colour; -1 for none. */
  readonly agency: number;
}

export function blueprintOf(journey: Journey, house: House, said: FollowWords): BlueprintPart[] {
  return [
    ...journey.steps.map((step) => customer(step, house, said)),
    ...journey.meetings.flatMap((meeting) => [
      ...front(meeting, house, said),
      ...back(meeting, house, said),
      ...support(meeting, house, said),
    ]),
    ...queueing(journey, house, said),
  ].sort((a, b) => a.from - b.from || LANES.indexOf(a.lane) - LANES.indexOf(b.lane));
}

function customer(step: Step, house: House, said: FollowWords): BlueprintPart {
  const { deed, from, to, stage, space } = step;
  const isDoor = space >= house.ids.spaces.length;
  const where = space < 0 ? '' : isDoor ? said.door : spaceName(house, space);
  const look = deed === 'served' ? 'service' : deed === 'waits' || deed === 'called' ? 'wait' : 'walk';
  return {
    lane: 'customer',
    from,
    to,
    title: deedName(step, house, said),
    more: deed === 'inside' ? '' : where,
    look,
    agency: deed === 'served' ? agencyOf(house, stage) : -1,
  };
}

export function deedName({ deed, stage, isSeated }: Step, house: House, said: FollowWords): string {
  const kind = house.stages[stage]?.kind;
  if (deed === 'waits' && !isSeated) return said.stands;
  if (deed === 'served' && kind === STAGE.greeting) return said.greeted;
  if (deed === 'served' && kind === STAGE.kiosk) return said.selfService;
  return said.deeds[deed];
}

function front(meeting: Meeting, house: House, said: FollowWords): BlueprintPart[] {
  const { clerk, called, start, end, stage, helpers } = meeting;
  const isPublic = house.stages[stage].kind >= STAGE.service;
  const isRemote = roleKind(house, clerk) === 'remote-expert';
  const parts: BlueprintPart[] = [];
  if (isPublic && clerk >= 0) {
    const isByName = house.scenario.policy.calls === 'name';
    parts.push({
      ...plain('front', called, called),
      title: isByName ? said.calledByName : said.calledByNumber,
      look: 'event',
    });
  }
  if (start === null || clerk < 0) return parts;
  const more = [
    isRemote ? said.byVideo : '',
    helpers.length > 0 ? `${said.helpers} ${helpers.map((one) => clerkName(house, one)).join(', ')}` : '',
    stageName(house, stage, said),
  ];
  parts.push({
    ...plain('front', start, end),
    title: clerkName(house, clerk),
    more: more.filter((text) => text !== '').join(' · '),
    look: 'service',
    agency: agencyOf(house, stage),
  });
  return parts;
}

function back(meeting: Meeting, house: House, said: FollowWords): BlueprintPart[] {
  const { clerk, called, prepared, end, afterWorkUntil } = meeting;
  if (clerk < 0) return [];
  const more = clerkName(house, clerk);
  return [
    { ...plain('back', called, prepared), title: said.prepares, more, look: 'work' as const },
    { ...plain('back', end, afterWorkUntil), title: said.afterWork, more, look: 'work' as const },
  ].filter(({ from, to }) => to > from);
}

/** Terminals, and the equipment that a service holds from the call to its end. */
function support(meeting: Meeting, house: House, said: FollowWords): BlueprintPart[] {
  const { stage, clerk, called, start, end } = meeting;
  const { kind, matter } = house.stages[stage];
  if (kind === STAGE.kiosk)
    return start === null ? [] : [{ ...plain('support', start, end), title: said.kiosk, look: 'system' }];
  if (clerk < 0 || kind < STAGE.service) return [];
  const { equipment, roles, matters } = house.scenario;
  const role = roles[house.ids.roles[house.clerks[clerk].role]];
  const held = new Set([
    ...(matters[house.ids.matters[matter]]?.equipment ?? []),
    ...(role?.equipment ?? []),
  ]);
  return [...held].map((id) => ({
    ...plain('support', called, end),
    title: equipment[id]?.name ?? id,
    look: 'system' as const,
  }));
}

/** The queue system holds the visitor's number while it waits for a service. */
function queueing({ waits, serial }: Journey, house: House, said: FollowWords): BlueprintPart[] {
  return waits
    .filter(({ stage, from, to }) => house.stages[stage].kind >= STAGE.service && to > from)
    .map(({ from, to }) => ({
      ...plain('support', from, to),
      title: said.queueNumber(String(serial)),
      look: 'system' as const,
    }));
}

const plain = (lane: Lane, from: number, to: number): BlueprintPart => ({
  lane,
  from,
  to,
  title: '',
  more: '',
  look: 'work',
  agency: -1,
});

/** The matter, or else what kind of stage it is; a hand-over is said to be one. */
export function stageName(house: House, stage: number, said: FollowWords): string {
  const { kind, matter } = house.stages[stage];
  if (kind === STAGE.greeting) return said.stages.greeting;
  if (kind === STAGE.kiosk && matter < 0) return said.stages.kiosk;
  const name = matterName(house, matter);
  if (kind === STAGE.handOver) return `${name} (${said.stages.handOver})`;
  return kind === STAGE.kiosk ? `${name} (${said.stages.kiosk})` : name;
}

export const agencyOf = (house: House, stage: number): number => {
  const matter = house.stages[stage]?.matter ?? -1;
  return matter < 0 ? -1 : house.matterAgency[matter];
};

/** Empty where the matter is of no agency. */
export const agencyOfStage = (house: House, stage: number): string => {
  const agency = agencyOf(house, stage);
  return agency < 0 ? '' : agencyName(house, agency);
};

const roleKind = (house: House, clerk: number): string =>
  house.scenario.roles[house.ids.roles[house.clerks[clerk]?.role ?? -1]]?.kind ?? '';
