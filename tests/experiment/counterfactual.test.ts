import { describe, expect, it } from 'vitest';
import { nodeReader } from '../../engine/cli/node-reader.ts';
import { rankCauses } from '../../engine/experiment/counterfactual.ts';
import { type Design, designOf } from '../../engine/experiment/design.ts';
import { InProcessExecutor } from '../../engine/experiment/in-process-executor.ts';
import type { Results } from '../../engine/experiment/results.ts';
import { run } from '../../engine/experiment/run.ts';
import { load } from '../../engine/scenario/load.ts';
import type { Scenario } from '../../engine/scenario/schema.ts';
import { CAUSES, type Cause } from '../../engine/statistics/scopes.ts';
import { FLOOR } from '../privacy/floor-story.ts';
import { storyScenario } from '../simulation/story.ts';

/** Two clerks, a closed room for one visitor at a time, and a desk to which who finds it taken falls back at once. */
const ONE_ROOM = `
  spaceTypes: { room: { enclosure: closed } }
  spaces: { room-1: { type: room, at: [7, 7], size: [2, 2], door: [7, 8] } }
  roles: { clerk: { count: 2 } }
  matters: { one: { spaces: [room], fallback: { spaces: [desk], after: 0 min } } }`;

function design(changes: readonly string[], minutes: readonly number[]): Design {
  const scenario = storyScenario([FLOOR, ...changes]);
  const rows = minutes.map((minute) => ({ time: minute * 60, profile: null, matters: [] }));
  return designOf(scenario, { traces: { list: rows } });
}

const simulated = (given: Design, replications = 1) =>
  run(given, { replications, seed: 'causes', executor: new InProcessExecutor() });

const ranked = async (given: Design, asked: Cause[] = []) =>
  rankCauses(await simulated(given), (cause) => {
    asked.push(cause);
    return simulated({ ...given, without: cause });
  });

describe('what would be without a cause', async () => {
  /*
   * v0 has the room from 0 to 10, v1 the desk from 1 to 11. v2 comes at 2 and sits in the hall, 3 m from the desk, until
   * the room is free at 10: it hears v1 for 8 minutes. With a second room v1 talks behind walls; with closed places too.
   */
  const asked: Cause[] = [];
  const causes = await ranked(design([ONE_ROOM], [0, 1, 2]), asked);

  it('is run for causes of which there is exposure, and no others', () => {
    expect(causes.map(({ cause }) => cause)).toEqual(['shortage']);
    expect(asked).toEqual(['shortage']);
  });

  it('with a room for everybody, nothing is overheard', () => {
    const [{ share, exposure, conflicts, without }] = causes;
    expect(share).toBe(1);
    expect(exposure.mean).toBeCloseTo(8, 1);
    expect(conflicts.mean).toBe(1);
    expect(without?.differences['privacy.exposure'].mean).toBeCloseTo(-(exposure.mean ?? 0), 9);
    expect(without?.differences['privacy.conflicts'].mean).toBe(-1);
  });

  it('needs clerks as before: who waited for one still waits', () => {
    // v2 waits from 2 to 10, of three waits; less some steps to the room.
    const [{ without }] = causes;
    expect(Math.abs(without?.differences['wait.mean'].mean ?? 1)).toBeLessThan(0.05);
  });

  it('is left out where it is not wanted', async () => {
    const given = design([ONE_ROOM], [0, 1, 2]);
    const [{ cause, without }] = await rankCauses(await simulated(given), null);
    expect(cause).toBe('shortage');
    expect(without).toBeNull();
  });

  it('by the layout: with closed rooms nobody hears, and nobody waits differently', async () => {
    // v0 at the desk from 0 to 10; v1 hears it from 4 on.
    const [{ cause, exposure, without }] = await ranked(design([], [0, 4]));
    expect(cause).toBe('layout');
    expect(exposure.mean).toBeCloseTo(6, 1);
    expect(without?.differences['privacy.exposure'].mean).toBe(-(exposure.mean ?? 0));
    expect(without?.differences['wait.mean'].mean).toBe(0);
  });

  it('by people: cases are closed at once', async () => {
    const data = `
      sensitivities: { private: { data: { time: 0 s } } }
      policy: { closeDown: 2 min }`;
    // v1 sits down as soon as v0 gets up, with two minutes of v0's case before it.
    const causes = await ranked(design([data], [0, 4]));
    const people = causes.find(({ cause }) => cause === 'people');
    expect(people?.exposure.mean).toBeCloseTo(2, 1);
    expect(people?.without?.differences['privacy.exposure'].mean).toBeCloseTo(
      -(people?.exposure.mean ?? 0),
      9,
    );
  });

  it('by people: what nobody has the mandate for is not done', async () => {
    const unmandated = `
      sensitivities: { private: { data: { time: 0 s } } }
      matters: { one: { parts: [advise, decide] } }
      roles: { clerk: { mandates: [{ agency: a, parts: [advise] }] } }
      policy: { mandates: pragmatic }`;
    const causes = await ranked(design([unmandated], [0, 4]));
    const people = causes.find(({ cause }) => cause === 'people');
    // v0 and v1, for ten minutes each.
    expect(people?.exposure.mean).toBeCloseTo(20, 9);
    expect(people?.without?.differences['service.count'].mean).toBe(-2);
  });

  it('by call-outs: numbers are called', async () => {
    const causes = await ranked(design(['policy: { calls: name }'], [0, 1, 2]));
    const callOut = causes.find(({ cause }) => cause === 'call-out');
    expect(callOut?.conflicts.mean).toBeGreaterThan(0);
    expect(callOut?.without?.differences['privacy.conflicts'].mean).toBeCloseTo(
      -(callOut?.conflicts.mean ?? 0),
      9,
    );
  });
});

describe('the ranking of causes', async () => {
  const busy = design(
    [ONE_ROOM, `arrivals: { list: null, walk-in: { profiles: p, agency: a, rate: 12 /h } }`],
    [],
  );
  const base = await simulated(busy, 20);
  const causes = await rankCauses(base, null);

  it('has the largest first, with shares that make up the whole', () => {
    const shares = causes.map(({ share }) => share);
    expect(shares).toEqual([...shares].sort((a, b) => b - a));
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
  });

  it('the same days come back without a cause: differences are paired', async () => {
    for (const cause of CAUSES) {
      const other = await simulated({ ...busy, without: cause }, 20);
      const arrived = (results: typeof base) =>
        results.measures.find(({ measure, scope }) => measure === 'arrived.count' && !('agency' in scope))
          ?.mean;
      expect(arrived(other)).toBe(arrived(base));
    }
  });
});

describe('Pori, with names called and pragmatic mandates', async () => {
  const loaded = load('scenarios/pori.yaml', nodeReader);
  if (!loaded.ok) throw new Error('scenarios/pori.yaml is not fine');
  const { policy } = loaded.scenario;
  const scenario: Scenario = {
    ...loaded.scenario,
    policy: { ...policy, calls: 'name', mandates: 'pragmatic' },
  };
  const pori = designOf(scenario, loaded);
  const exposure = ({ measures }: Results, cause: Cause) =>
    measures.find(
      ({ measure, scope }) =>
        measure === 'privacy.exposure' && scope.cause === cause && Object.keys(scope).length === 1,
    )?.mean ?? Number.NaN;
  const base = await simulated(pori, 10);

  it.each(CAUSES)('has exposure by %s, and none of it in the design without', async (cause) => {
    const before = exposure(base, cause);
    const after = exposure(await simulated({ ...pori, without: cause }, 10), cause);
    expect(before).toBeGreaterThan(5);
    // In waiting areas people still see each other, whatever the places are like.
    if (cause === 'layout') expect(after).toBeLessThan(before / 1000);
    else expect(after).toBe(0);
  });
});
