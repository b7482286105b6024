/** What there is to say of a visitor, clerk or space at a moment, in words: for whoever points at it, and for tables. */
import { CLERK, SPACE } from '../../engine/simulation/observer.ts';
import { FLAG } from '../../engine/simulation/visitors.ts';
import type { Context } from '../app/context.ts';
import type { Selected } from '../app/state.ts';
import { clerkDoing, DOING, newDoing, rowOf, spaceDoing, visitorDoing } from '../replay/doing.ts';
import { listOf } from '../replay/ragged.ts';
import { Format } from '../words/format.ts';
import { agencyName, clerkName, isServing, matterName, spaceName, typeName } from './names.ts';
import { type FloorWords, words } from './words.ts';

/** A title, and facts in the order of their weight. */
export interface Facts {
  readonly title: string;
  readonly lines: readonly string[];
}

const DOINGS = Object.keys(DOING) as (keyof typeof DOING)[];
const CLERKS = Object.keys(CLERK) as (keyof typeof CLERK)[];
const SPACES = Object.keys(SPACE) as (keyof typeof SPACE)[];

export const doingWord = (said: FloorWords, state: number): string => said.doing[DOINGS[state]];
export const clerkWord = (said: FloorWords, state: number): string => said.clerk[CLERKS[state]];
export const spaceWord = (said: FloorWords, state: number): string => said.space[SPACES[state]];

export class FactsOf {
  readonly format: Format;
  readonly said: FloorWords;
  private readonly context: Context;
  private readonly doing = newDoing();

  constructor(context: Context) {
    this.context = context;
    const { language } = context.store.state;
    this.said = words(language);
    this.format = new Format(language);
  }

  of({ kind, index }: Selected, time: number): Facts | null {
    const { day, house } = this.context;
    if (kind === 'visitor' && index < day.visitors.length) return this.visitor(index, time);
    if (kind === 'clerk' && index < house.clerks.length) return this.clerk(index, time);
    if (kind === 'space' && index < house.plan.spaces.length) return this.space(index, time);
    return null;
  }

  /** What the visitor in a row is called: its number of the day. */
  visitorName(row: number): string {
    return this.said.visitor(String(this.context.day.visitors.serial[row]));
  }

  /** The matter under way or brought, with its agency. */
  matterOf(row: number, stage: number): string {
    const { day, house } = this.context;
    const underWay = stage < 0 ? -1 : house.stages[stage].matter;
    const matter = underWay < 0 ? day.visitors.firstMatter[row] : underWay;
    if (matter < 0) return this.said.noMatter;
    return `${agencyName(house, house.matterAgency[matter])}: ${matterName(house, matter)}`;
  }

  private visitor(row: number, time: number): Facts {
    const { day, house } = this.context;
    const { said, format, doing } = this;
    visitorDoing(day, house.stages, house.plan.spaces.length, row, time, doing);
    const lines = [this.matterOf(row, doing.stage), this.sensitivityOf(row, doing.stage)];
    const where = doing.space >= 0 ? ` · ${spaceName(house, doing.space)}` : '';
    if (doing.state !== DOING.away)
      lines.push(
        `${doingWord(said, doing.state)}${where}`,
        said.since(format.time(doing.since, true), format.duration(time - doing.since)),
        said.here(format.duration(time - day.arrival[row])),
      );
    else lines.push(said.doing.away);
    if (doing.clerk >= 0) lines.push(clerkName(house, doing.clerk));
    lines.push(...this.particulars(row));
    return { title: this.visitorName(row), lines: lines.filter((line) => line !== '') };
  }

  private sensitivityOf(row: number, stage: number): string {
    const { day, house } = this.context;
    const underWay = stage < 0 ? -1 : house.stages[stage].matter;
    const matter = underWay < 0 ? day.visitors.firstMatter[row] : underWay;
    const id = house.scenario.matters[house.ids.matters[matter]]?.sensitivity;
    const sensitivity = id === undefined ? undefined : house.scenario.sensitivities[id];
    return sensitivity === undefined ? '' : this.said.private(sensitivity.name ?? id ?? '');
  }

  private particulars(row: number): string[] {
    const { flags, companions } = this.context.day.visitors;
    const { said, format } = this;
    const has = (flag: number) => (flags[row] & flag) !== 0;
    return [
      companions[row] > 0 ? said.companions(format.number(companions[row])) : '',
      has(FLAG.accessible) ? said.accessible : '',
      has(FLAG.protected) ? said.protected : '',
      has(FLAG.interpreter) ? said.interpreter : '',
      has(FLAG.appointment) ? said.appointment : '',
    ];
  }

  private clerk(clerk: number, time: number): Facts {
    const { day, house } = this.context;
    const { said, format, doing } = this;
    clerkDoing(day, clerk, time, doing);
    const row = rowOf(day, doing.visitor);
    return {
      title: clerkName(house, clerk),
      lines: [
        clerkWord(said, doing.state),
        said.since(format.time(doing.since, true), format.duration(time - doing.since)),
        doing.space >= 0 ? spaceName(house, doing.space) : '',
        row >= 0 && doing.state !== CLERK.afterWork
          ? `${this.visitorName(row)} · ${this.matterOf(row, doing.stage)}`
          : '',
      ].filter((line) => line !== ''),
    };
  }

  private space(space: number, time: number): Facts {
    const { day, house } = this.context;
    const { said, format, doing } = this;
    spaceDoing(day, space, house.spaceTypes[space], time, doing);
    const type = typeName(house, doing.type);
    const isServed = isServing(house, doing.type);
    const { seats } = house.plan.spaces[space];
    return {
      title: spaceName(house, space),
      lines: [
        type,
        isServed ? spaceWord(said, doing.state) : '',
        isServed ? said.since(format.time(doing.since, true), format.duration(time - doing.since)) : '',
        isServed && doing.state === SPACE.occupied ? this.whoIsIn(space, time) : '',
        seats.length > 0 ? said.seats(format.number(seats.length / 2)) : '',
      ].filter((line) => line !== ''),
    };
  }

  private whoIsIn(space: number, time: number): string {
    const { day } = this.context;
    const { time: times, visitor } = day.events;
    let serial = -1;
    for (const event of listOf(day.ofSpace, space)) {
      if (times[event] > time) break;
      if (visitor[event] >= 0) serial = visitor[event];
    }
    const row = rowOf(day, serial);
    return row < 0 ? '' : this.visitorName(row);
  }
}
