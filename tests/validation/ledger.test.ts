/**
 * That the ledger can fail, for each of its rules: a right day is shown to the ledger of another house, in which it
 * would be wrong, or is told otherwise than it was.
 */
import { describe, expect, it } from 'vitest';
import { compile } from '../../engine/model/compile.ts';
import type { Model } from '../../engine/model/model.ts';
import { CLERK, type Observer, OUTCOME, type Outcome } from '../../engine/simulation/observer.ts';
import { Simulation } from '../../engine/simulation/simulation.ts';
import type { Visitors } from '../../engine/simulation/visitors.ts';
import { storyScenario } from '../simulation/story.ts';
import { Broken, RULES, type Rule } from './books/fail.ts';
import { Ledger } from './ledger.ts';
import { several } from './several.ts';

/** Two clerks, one of whom has a break; four visitors who come by twos, one of them interpreted for. */
const HOUSE = `
  equipment: { screen: { name: Screen, count: 2 } }
  spaces: { desk-2: { type: desk }, hall-1: { type: hall, seats: 2 }, room-1: { type: room } }
  profiles:
    p: { patience: 15 min }
    q: { name: Q, patience: 2 min, languages: { so: 1 }, interpreter: { so: 1 } }
  matters: { one: { equipment: [screen], fallback: { spaces: [room], after: 1 min } } }
  roles:
    clerk: { count: 2, shifts: [{ from: 0 min, to: 50 min, breaks: [{ at: 20 min, length: 5 min }] }, { from: 0 min, to: 50 min }] }
    interpreter: { name: I, kind: interpreter, count: 1 }
    guard: { name: G, kind: guard, count: 1 }`;

const COMING = [
  { at: 0, profile: 'q' },
  { at: 0, profile: 'p' },
  { at: 1, profile: 'p' },
  { at: 1, profile: 'p' },
  { at: 2, profile: 'q' },
];

function modelWith(changes: string): Model {
  const rows = COMING.map(({ at, profile }) => ({ time: at * 60, profile, matters: [] }));
  return compile(storyScenario([HOUSE, changes]), { traces: { list: rows } });
}

type Tamper = (ledger: Ledger) => Partial<Observer>;

/** Which rule the day breaks for a ledger of a house with these changes, told as it was but for some calls. */
function broken(changes: string, tamper: Tamper = () => ({})): Rule | null {
  const ledger = new Ledger(modelWith(changes));
  const told = { ...several(ledger), ...tamper(ledger) };
  try {
    new Simulation(modelWith(''), 'ledger', told).run(0);
  } catch (error) {
    if (error instanceof Broken) return error.rule;
    throw error;
  }
  return null;
}

const nothing = () => {};

describe('the ledger', () => {
  it('has nothing to say against the day itself', () => {
    expect(broken('')).toBeNull();
  });

  const otherHouses: [Rule, string][] = [
    ['mandates', 'roles: { clerk: { mandates: [{ agency: all, parts: [decide] }] } }'],
    ['places', 'matters: { one: { fallback: null, spaces: [room] } }'],
    ['equipment', 'equipment: { screen: { count: 1 } }'],
    ['protection', 'policy: { protectedWaiting: [hall] }'],
    ['seats', 'spaces: { hall-1: { seats: 0 } }'],
    ['helpers', 'roles: { interpreter: { kind: guard }, guard: { kind: interpreter } }'],
    [
      'breaks',
      'roles: { clerk: { shifts: [{ from: 0 min, to: 50 min, breaks: [{ at: 20 min, length: 6 min }] }, { from: 0 min, to: 50 min }] } }',
    ],
    ['breaks', 'roles: { clerk: { cover: 2 } }'],
    [
      'shifts',
      'roles: { clerk: { shifts: [{ from: 0 min, to: 60 min, breaks: [{ at: 20 min, length: 5 min }] }, { from: 0 min, to: 60 min }] } }',
    ],
    ['durations', 'roles: { clerk: { mandates: [{ agency: all, speed: 2 }] } }'],
    ['closing', 'day: { doors: { open: 0 min, close: 5 min }, closing: send-home }'],
    ['visits', 'day: { doors: { open: 0 min, close: 100 min }, capacity: 1 }'],
    ['time', 'day: { doors: { open: 0 min, close: 100 min }, end: 25 min }'],
  ];
  it.each(otherHouses)('%s: sees what would be wrong with %s', (rule, changes) => {
    expect(broken(changes)).toBe(rule);
  });

  const toldOtherwise: [Rule, string, Tamper][] = [
    [
      'services',
      'a clerk is in two services',
      (ledger) => ({
        called: (time, visitor, stage, _, space) => ledger.called(time, visitor, stage, 0, space),
      }),
    ],
    [
      'services',
      'a space is',
      (ledger) => ({
        called: (time, visitor, stage, clerk) => ledger.called(time, visitor, stage, clerk, 0),
      }),
    ],
    [
      'services',
      'a clerk goes home in the middle of a service',
      (ledger) => ({
        serviceStarts: (...told) => {
          ledger.serviceStarts(...told);
          ledger.clerkChanges(told[0], told[3], CLERK.serving);
          ledger.clerkChanges(told[0], told[3], CLERK.free);
        },
      }),
    ],
    ['visits', 'who is served stays and does nothing', (ledger) => staying(ledger, OUTCOME.served)],
    [
      'visits',
      'nobody is called',
      (ledger) => ({ called: nothing, waits: (...told) => ledger.givesUp(told[0], told[1]) }),
    ],
    [
      'outcomes',
      'who is served is said to be sent home',
      (ledger) => ({ left: (time, visitor) => ledger.left(time, visitor, OUTCOME.sentHome) }),
    ],
    ['patience', 'who loses patience stays', (ledger) => staying(ledger, OUTCOME.reneged)],
    ['work', 'nobody is called, though all are free', (ledger) => idle(ledger)],
    ['order', 'the later one is called first', (ledger) => swapped(ledger)],
    [
      'time',
      'time goes back',
      (ledger) => ({ serviceEnds: (time, ...told) => ledger.serviceEnds(time - 3600, ...told) }),
    ],
  ];
  it.each(toldOtherwise)('%s: sees that %s', (rule, _, tamper) => {
    expect(broken('', tamper)).toBe(rule);
  });

  it('can fail for each of its rules', () => {
    const seen = new Set([...otherHouses, ...toldOtherwise].map(([rule]) => rule));
    expect([...seen].sort()).toEqual(Object.keys(RULES).sort());
  });
});

/** Visitors with this outcome are not told to leave. */
function staying(ledger: Ledger, stays: Outcome): Partial<Observer> {
  return {
    left: (time, visitor, outcome) => {
      if (outcome !== stays) ledger.left(time, visitor, outcome);
    },
  };
}

/** Nothing is told but who comes and waits, and that all are free. */
function idle(ledger: Ledger): Partial<Observer> {
  return {
    called: nothing,
    walks: nothing,
    serviceStarts: nothing,
    serviceEnds: nothing,
    left: nothing,
    clerkChanges: (time, clerk, state) => {
      if (state === CLERK.free && time === 0) ledger.clerkChanges(time, clerk, state);
    },
    spaceChanges: (time, space, state, type) => {
      if (time === 0 && state !== 2) ledger.spaceChanges(time, space, state, type);
    },
  };
}

/** The third and the fourth visitor, who wait for the same, change places from their calls on. */
function swapped(ledger: Ledger): Partial<Observer> {
  let table: Visitors | null = null;
  const other = (visitor: number) => {
    const serial = table?.serial[visitor];
    if (serial !== 2 && serial !== 3) return visitor;
    return table?.serial.indexOf(5 - serial) ?? -1;
  };
  return {
    begin: (time, visitors) => {
      table = visitors;
      ledger.begin(time, visitors);
    },
    called: (time, visitor, ...told) => ledger.called(time, other(visitor), ...told),
  };
}
