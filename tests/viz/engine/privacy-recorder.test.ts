/** The privacy of single days, one after another by the same recorder. */
import { afterEach, expect, it, vi } from 'vitest';
import { modelOf } from '../../../engine/experiment/design.ts';
import { PrivacyRecorder } from '../../../viz/engine/privacy-recorder.ts';
import { designIn } from '../a-day.ts';

const design = designIn('scenarios/pori.yaml');

afterEach(() => vi.restoreAllMocks());

it('has nothing of a day that failed midway', () => {
  const recorder = new PrivacyRecorder(modelOf(design), '1');
  let now = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => {
    now += 1000;
    return now;
  });
  const fail = (time: number) => {
    if (time > 12 * 3600) throw new Error('told to');
  };
  expect(() => recorder.record(0, fail)).toThrow('told to');
  const { totals, conflicts, exposure } = recorder.record(0);
  const fresh = new PrivacyRecorder(modelOf(design), '1').record(0);
  expect(fresh.totals.count).toBeGreaterThan(0);
  expect(totals.count).toBe(fresh.totals.count);
  expect(conflicts.from).toEqual(fresh.conflicts.from);
  expect(exposure).toEqual(fresh.exposure);
});
