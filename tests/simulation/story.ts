/**
 * Small deterministic days for tests: a scenario in a few lines, a list of arrivals in whole minutes, and what
 * happened as lines that a reader can work out by hand. Visitors are named v0, v1 … by arrival.
 */
import { parse } from 'yaml';
import { compile } from '../../engine/model/compile.ts';
import { type Scenario, scenarioSchema } from '../../engine/scenario/schema.ts';
import { CLERK, type Observer, OUTCOME } from '../../engine/simulation/observer.ts';
import { Simulation } from '../../engine/simulation/simulation.ts';
import type { Visitors } from '../../engine/simulation/visitors.ts';

export interface Coming {
  /** Minutes after midnight; the doors of a story open at 0. */
  readonly at: number;
  readonly matters?: readonly string[];
  readonly profile?: string;
  readonly party?: string;
}

type Tree = { [key: string]: unknown };

const BASE = `
aula: 1
name: Story
day: { doors: { open: 0 min, close: 100 min } }
sensitivities: { public: { name: Public, rank: 0 }, secret: { name: Secret, rank: 3 } }
agencies: { a: { name: A } }
spaceTypes: { desk: { name: Desk, use: service }, room: { name: Room, use: service }, hall: { name: Hall, use: waiting } }
spaces: { desk-1: { type: desk } }
profiles: { p: { name: P } }
matters: { one: { agency: a, name: One, sensitivity: public, spaces: [desk], service: 10 min } }
roles: { clerk: { name: Clerk, kind: adviser, count: 1, mandates: [{ agency: all }] } }
arrivals: { list: { profiles: p, agency: a, trace: { file: list.csv } } }
`;

type Changes = string | readonly string[];

/** The base of all stories with the given parts laid over it, one after the other; null removes. */
export function storyScenario(changes: Changes): Scenario {
  const parts = typeof changes === 'string' ? [changes] : changes;
  const trees = parts.map((part) => (parse(part) ?? {}) as Tree);
  return scenarioSchema.parse(trees.reduce(merged, parse(BASE) as Tree));
}

function merged(base: Tree, changes: Tree): Tree {
  const result: Tree = { ...base };
  for (const [key, value] of Object.entries(changes)) {
    const old = result[key];
    if (value === null) delete result[key];
    else result[key] = isTree(value) && isTree(old) ? merged(old, value) : value;
  }
  return result;
}

const isTree = (value: unknown): value is Tree =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What happened, a line an event: `minute who what`. Only the kinds asked for, in the order of time. */
export function story(
  changes: Changes,
  coming: readonly Coming[],
  tells: readonly ('waits' | 'walks' | 'calls' | 'starts' | 'ends' | 'leaves' | 'clerks' | 'absent')[] = [
    'starts',
    'ends',
    'leaves',
    'absent',
  ],
): string[] {
  const scenario = storyScenario(changes);
  const model = compile(scenario, {
    traces: {
      list: coming.map((one) => ({
        time: one.at * 60,
        profile: one.profile ?? null,
        matters: [...(one.matters ?? [])],
        ...(one.party !== undefined && { party: one.party }),
      })),
    },
  });
  const lines: string[] = [];
  const { ids } = model;
  let visitors: Visitors;
  const tell = (kind: (typeof tells)[number], time: number, text: string) => {
    if (tells.includes(kind)) lines.push(`${minutes(time)} ${text}`);
  };
  const places = [...ids.spaces, 'an exit', 'the protected exit'];
  const name = (visitor: number) => `v${visitors.serial[visitor]}`;
  const what = (stage: number) => {
    const { kind, matter } = model.stages[stage];
    return matter < 0
      ? kind === 0
        ? 'greeting'
        : 'kiosk'
      : `${ids.matters[matter]}${['', ' at kiosk', '', ' handed over'][kind]}`;
  };
  const by = (clerk: number) => (clerk < 0 ? '' : ` by ${ids.clerks[clerk]}`);
  const observer: Observer = {
    begin: (_, table) => {
      visitors = table;
    },
    arrived: () => {},
    absent: (time, _, outcome) => tell('absent', time, `absent: ${outcomeName(outcome)}`),
    walks: (time, visitor, _from, to, until) =>
      tell('walks', time, `${name(visitor)} walks to ${places[to]}, there at ${minutes(until)}`),
    givesUp: () => {},
    waits: (time, visitor, stage, area, seated) =>
      tell(
        'waits',
        time,
        `${name(visitor)} waits for ${what(stage)}${area < 0 ? '' : seated ? ', sits' : ', stands'}`,
      ),
    called: (time, visitor, stage, clerk) =>
      tell('calls', time, `${name(visitor)} is called for ${what(stage)}${by(clerk)}`),
    serviceStarts: (time, visitor, stage, clerk, space) =>
      tell('starts', time, `${name(visitor)} starts ${what(stage)}${by(clerk)} at ${ids.spaces[space]}`),
    serviceEnds: (time, visitor, stage, _clerk, _space, completed) =>
      tell('ends', time, `${name(visitor)} ${completed ? 'ends' : 'breaks off'} ${what(stage)}`),
    left: (time, visitor, outcome) =>
      tell('leaves', time, `${name(visitor)} leaves: ${outcomeName(outcome)}`),
    clerkChanges: (time, clerk, state) => tell('clerks', time, `${ids.clerks[clerk]}: ${clerkState(state)}`),
    spaceChanges: () => {},
    end: () => {},
  };
  new Simulation(model, 'story', observer).run(0);
  return lines;
}

const minutes = (time: number) => Math.round(time * 1000) / 60000;
const outcomeName = (outcome: number) => Object.entries(OUTCOME).find(([, value]) => value === outcome)?.[0];
const clerkState = (state: number) => Object.entries(CLERK).find(([, value]) => value === state)?.[0];
