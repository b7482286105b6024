/**
 * What must hold on every day of every scenario, on random small ones. A failure prints its seed and path, with
 * which fast-check repeats it, and the smallest scenario that it found; AULA_RUNS sets how many are tried.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ROUTINGS } from '../../engine/scenario/policy-schema.ts';
import type { Role, Routing, Scenario } from '../../engine/scenario/schema.ts';
import { OUTCOME } from '../../engine/simulation/observer.ts';
import { Simulation } from '../../engine/simulation/simulation.ts';
import type { Figure } from '../../engine/statistics/figures.ts';
import { identities } from '../../engine/statistics/identities.ts';
import { Statistics } from '../../engine/statistics/statistics.ts';
import { Broken, RULES, type Rule } from './books/fail.ts';
import { drawsOf } from './draws.ts';
import { Ledger } from './ledger.ts';
import { modelOf, type RandomScenario, randomScenario } from './random-scenario.ts';
import { several } from './several.ts';
import { transcripts } from './transcript.ts';

/** So many that the whole file takes some 20 s. */
const RUNS = Number(process.env.AULA_RUNS ?? 250);

const always = (holds: (random: RandomScenario) => void, runs = RUNS) =>
  fc.assert(fc.property(randomScenario, holds), { numRuns: runs });

/** A day under the eyes of a ledger, and what the statistics say of it. */
function day(random: RandomScenario, routing?: Routing) {
  const model = modelOf(random, routing && { routing });
  const ledger = new Ledger(model);
  const statistics = new Statistics(model);
  const simulation = new Simulation(model, random.seed, several(ledger, statistics));
  simulation.run(0);
  const { row, layout } = statistics.figures;
  const figure = (name: Figure) => row[layout.base(name)] ?? Number.NaN;
  return { ledger, figure, identities: identities(statistics.figures), events: simulation.events };
}

/** Breaks of other rules are those of other tests. */
function keeps(rule: Rule, random: RandomScenario): void {
  try {
    day(random);
  } catch (broken) {
    if (!(broken instanceof Broken) || broken.rule === rule) throw broken;
  }
}

describe('on every random day', () => {
  const rules = Object.entries(RULES) as [Rule, string][];
  it.each(rules)('%s: %s', (rule) => {
    always((random) => keeps(rule, random));
  });

  it('all rules hold under each of the routings', () => {
    const routed = fc.tuple(randomScenario, fc.constantFrom(...ROUTINGS));
    fc.assert(
      fc.property(routed, ([random, routing]) => void day(random, routing)),
      { numRuns: 2 * RUNS },
    );
  });

  it('nobody is left inside but at a hard end', () => {
    always((random) => {
      const { ledger } = day(random);
      expect(ledger.stuck.map(({ serial }) => serial)).toEqual([]);
    });
  });

  it('there are not many more events than visitors and clerks have to do', () => {
    always((random) => {
      expect(day(random).events).toBeLessThan(20_000);
    });
  });
});

describe('the statistics', () => {
  it('who came in is served, gone or inside, each counted as in the books', () => {
    always((random) => {
      const { ledger, figure, identities: sums } = day(random);
      const { tally } = ledger;
      expect(sums.accounted).toBe(sums.arrived);
      expect([sums.arrived, figure('unfinished')]).toEqual([tally.arrived, tally.unfinished]);
      const names = [
        'served',
        'reneged',
        'balked',
        'sentHome',
        'turnedAwayFull',
        'turnedAwayClosed',
      ] as const;
      for (const name of names) expect([name, figure(name)]).toEqual([name, tally.ended.get(OUTCOME[name])]);
      expect(figure('noShows')).toBe(tally.ended.get(OUTCOME.noShow));
    });
  });

  it('the number waiting over time is the waits added up, on both ways (Little)', () => {
    always((random) => {
      const { ledger, identities: sums } = day(random);
      const { waitingIntegral, waitingSum } = ledger.tally;
      expectSame(waitingIntegral, waitingSum);
      expectSame(sums.queueIntegral, waitingIntegral);
      expectSame(sums.waitingTime, waitingSum);
    });
  });

  it('each service begun has a wait, from arrival, booked time or the last service', () => {
    always((random) => {
      const { ledger, figure } = day(random);
      expect([figure('services'), figure('waits')]).toEqual([ledger.tally.services, ledger.tally.services]);
      expectSame(figure('waitTime'), ledger.tally.waitTime);
    });
  });
});

describe('the same day', () => {
  it('comes again from the same seed, to the last bit', () => {
    always((random) => {
      expect(transcripts(random, [0])).toEqual(transcripts(random, [0]));
    });
  });

  it('is the same alone as after others, whatever they left behind', () => {
    always((random) => {
      const [, , third] = transcripts(random, [0, 1, 2]);
      expect([third]).toEqual(transcripts(random, [2]));
    }, 2 * RUNS);
  });
});

describe('two designs meet the same visitors', () => {
  it('under another routing and other rules', () => {
    const changes = fc.record({
      clerk: fc.constantFrom('least-flexible', 'longest-idle', 'fastest'),
      nextMatter: fc.constantFrom('same-clerk', 'keep-place', 'queue-anew'),
      hold: fc.constantFrom(0, 300, Number.POSITIVE_INFINITY),
      minimumStaff: fc.constantFrom(0, 1),
      mandates: fc.constantFrom('strict', 'pragmatic'),
    }) as fc.Arbitrary<Partial<Scenario['policy']>>;
    const both = fc.tuple(randomScenario, fc.constantFrom(...ROUTINGS), changes);
    fc.assert(
      fc.property(both, ([random, routing, policy]) => meetTheSame(random, { routing, policy })),
      { numRuns: RUNS },
    );
  });

  it('with other clerks, shifts and ways to end them', () => {
    const staffing = fc.record({
      count: fc.integer({ min: 0, max: 4 }),
      absence: fc.constantFrom(0, 0.5),
      atShiftEnd: fc.constantFrom('finish', 'hand-over', 'resume'),
      cover: fc.constantFrom(0, 1),
    }) as fc.Arbitrary<Partial<Role>>;
    fc.assert(
      fc.property(randomScenario, staffing, (random, staff) => meetTheSame(random, { staff })),
      { numRuns: RUNS },
    );
  });
});

/** Whoever comes in under both designs is the same; and under both the same come in, where no house is full. */
function meetTheSame(random: RandomScenario, changes: Parameters<typeof modelOf>[1]): void {
  const drawn = drawsOf(modelOf(random), random.seed);
  const changed = drawsOf(modelOf(random, changes), random.seed);
  if (random.scenario.day.capacity === undefined) expect([...changed.keys()]).toEqual([...drawn.keys()]);
  for (const [serial, draws] of drawn) if (changed.has(serial)) expect(changed.get(serial)).toBe(draws);
}

function expectSame(one: number, other: number): void {
  expect(Math.abs(one - other)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(one), Math.abs(other)));
}
