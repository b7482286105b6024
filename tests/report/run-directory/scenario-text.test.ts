import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nodeReader } from '../../../engine/cli/node-reader.ts';
import { resolvedFrom, resolvedText } from '../../../engine/report/run-directory/scenario-text.ts';
import { load } from '../../../engine/scenario/load.ts';
import { randomScenario } from '../../validation/random-scenario.ts';

describe('a scenario as text', () => {
  it.each(['scenarios/pori.yaml', 'scenarios/theory/day.yaml'])('comes back the same: %s', (path) => {
    const loaded = load(path, nodeReader);
    if (!loaded.ok) throw new Error(`${path} has errors`);
    const resolved = { scenario: loaded.scenario, traces: loaded.traces };
    expect(resolvedFrom(resolvedText(resolved))).toEqual(resolved);
  });

  it('comes back the same, whatever it says', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(randomScenario, ({ scenario, traces }) => {
        expect(resolvedFrom(resolvedText({ scenario, traces }))).toEqual({ scenario, traces });
      }),
      { numRuns: 40, seed: 5 },
    );
  });
});
