import { describe, expect, it } from 'vitest';
import { modelOf } from '../../../engine/experiment/design.ts';
import { CAUSES, CHANNELS } from '../../../engine/statistics/scopes.ts';
import { channelNamed, choicesOf, EVERY_CONFLICT, searched } from '../../../viz/conflicts/conflict-search.ts';
import { houseOf } from '../../../viz/engine/house.ts';
import { conflictsOf, dayOf, designIn } from '../a-day.ts';

describe('the conflicts of a day of Pori', () => {
  const design = designIn('scenarios/pori.yaml');
  const house = houseOf(modelOf(design), '');
  const day = dayOf(design);
  const conflicts = conflictsOf(day);
  const search = (more: Partial<typeof EVERY_CONFLICT>, stretch: [number, number] | null = null) => [
    ...searched(day.privacy, house, { ...EVERY_CONFLICT, ...more }, stretch),
  ];
  const all = conflicts.map((_, index) => index);

  it('are all there, the gravest first', () => {
    expect([...search({})]).toEqual(all);
  });

  it('are each in one channel and of one cause', () => {
    const byChannel = CHANNELS.flatMap((channel) => search({ channel }));
    expect(byChannel.toSorted((a, b) => a - b)).toEqual(all);
    const byCause = CAUSES.flatMap((cause) => search({ cause }));
    expect(byCause.toSorted((a, b) => a - b)).toEqual(all);
    for (const index of search({ channel: 'speech' }))
      expect(channelNamed(conflicts[index]?.kind ?? -1)).toBe('speech');
  });

  it('are each of one agency, but for those about a presence alone', () => {
    const byAgency = house.ids.agencies.flatMap((_, agency) => search({ agency }));
    expect(byAgency).toHaveLength(conflicts.filter(({ matter }) => matter >= 0).length);
  });

  it('are in the order of time when that is wanted', () => {
    const times = search({ order: 'time' }).map((index) => conflicts[index]?.from ?? 0);
    expect(times).toHaveLength(conflicts.length);
    expect(times).toEqual(times.toSorted((a, b) => a - b));
  });

  it('are those that touch a stretch of the day', () => {
    const stretch: [number, number] = [11 * 3600, 12 * 3600];
    const within = search({}, stretch);
    expect(within.length).toBeGreaterThan(0);
    for (const index of all) {
      const { from = 0, to = 0 } = conflicts[index] ?? {};
      expect(within.includes(index)).toBe(from <= stretch[1] && to >= stretch[0]);
    }
  });

  it('can be chosen by what there is among them', () => {
    const { channels, causes, agencies } = choicesOf(day.privacy, house);
    expect(channels).toEqual(CHANNELS.filter((channel) => search({ channel }).length > 0));
    expect(causes).toEqual(CAUSES.filter((cause) => search({ cause }).length > 0));
    expect(agencies).toEqual(
      house.ids.agencies.map((_, agency) => agency).filter((agency) => search({ agency }).length > 0),
    );
  });
});
