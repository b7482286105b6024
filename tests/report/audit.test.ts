import { describe, expect, it } from 'vitest';
import { nodeReader } from '../../engine/cli/node-reader.ts';
import { audit } from '../../engine/report/audit.ts';
import { auditText } from '../../engine/report/terminal/audit.ts';
import { load } from '../../engine/scenario/load.ts';
import type { Scenario } from '../../engine/scenario/schema.ts';
import { columns } from '../../engine/scenario/visible.ts';
import { FLOOR } from '../privacy/floor-story.ts';
import { storyScenario } from '../simulation/story.ts';

function pori(): Scenario {
  const loaded = load('scenarios/pori.yaml', nodeReader);
  if (!loaded.ok) throw new Error('Pori has errors');
  return loaded.scenario;
}

describe('the audit of a floor plan', () => {
  it('finds where each place is understood best', () => {
    const found = audit(storyScenario(FLOOR));
    // One desk, 3 m from the middle of the hall with its one seat there.
    expect(found?.places).toHaveLength(1);
    const [desk] = found?.places ?? [];
    expect(desk.worst?.space).toBe('hall-1');
    expect(desk.worst?.distance).toBeCloseTo(3, 9);
    expect(desk.worst?.sti).toBeGreaterThan(0.6);
    expect(desk.privacy).toBe('understood');
  });

  it('says what better partitions would give, each better than the last', () => {
    for (const { better } of audit(pori())?.places ?? []) {
      expect(better[1]).toBeLessThanOrEqual(better[0]);
      expect(better[2]).toBeLessThanOrEqual(better[1]);
    }
  });

  it('of Pori: the open desks are understood, the closed rooms private', () => {
    const found = audit(pori());
    const ofType = (type: string) => (found?.places ?? []).filter((place) => place.type === type);
    expect(ofType('open-desk')).not.toHaveLength(0);
    for (const { privacy } of ofType('open-desk')) expect(privacy).toBe('understood');
    for (const { privacy } of [...ofType('room'), ...ofType('video-room')]) expect(privacy).toBe('private');
  });

  it('is nothing without a floor or without limits', () => {
    expect(audit(storyScenario(''))).toBeNull();
    expect(audit(storyScenario([FLOOR, 'sensitivities: { private: { speech: null } }']))).toBeNull();
  });

  it('fits into 80 columns', () => {
    const scenario = pori();
    const found = audit(scenario);
    for (const line of found === null ? [] : auditText(found, scenario, false)) {
      expect(columns(line)).toBeLessThanOrEqual(80);
      expect(line).toBe(line.trimEnd());
    }
  });
});
