import { describe, expect, it } from 'vitest';
import { aWeightedLevel } from '../../../engine/model/speech/bands.ts';
import { noiseSpectrum } from '../../../engine/model/speech/noise.ts';
import {
  bothLosses,
  type Enclosure,
  enclosureDifference,
  type Partition,
  partitionLoss,
} from '../../../engine/model/speech/partition.ts';
import { FREE_FIELD, ROOM_FINISHES, receivedLevels } from '../../../engine/model/speech/propagation.ts';
import { weightedRating } from '../../../engine/model/speech/sound-insulation.ts';
import { speechLevelReduction } from '../../../engine/model/speech/speech-level-reduction.ts';
import { ISO_3382_3_SPEECH } from '../../../engine/model/speech/speech-spectrum.ts';
import { speechTransmissionIndex } from '../../../engine/model/speech/sti.ts';

const crossing = { talkerHeight: 1.2, listenerHeight: 1.2, talkerDistance: 0.8, listenerDistance: 1.2 };
const sti = (partition: Partition, room = FREE_FIELD): number =>
  speechTransmissionIndex(
    receivedLevels(ISO_3382_3_SPEECH, room, 2, partitionLoss(partition, crossing)),
    noiseSpectrum({ level: 40 }),
  );

describe('partitions by name', () => {
  it('rank as one expects, at 2 m in 40 dB(A)', () => {
    const kinds: Partition[] = [
      { type: 'none' },
      { type: 'screen', height: 1.4 },
      { type: 'screen', height: 1.8 },
      { type: 'pod', class: 'C' },
      { type: 'pod', class: 'B' },
      { type: 'glazed room' },
      { type: 'full room' },
    ];
    const values = kinds.map((kind) => sti(kind));
    expect(values[0]).toBeCloseTo(0.852, 4);
    expect(values[1]).toBeCloseTo(0.502, 3);
    expect(values[2]).toBeCloseTo(0.291, 3);
    for (let k = 1; k < values.length - 1; k += 1) expect(values[k]).toBeLessThan(values[k - 1]);
    expect(values.at(-1)).toBe(0);
  });

  it('are rated as their defaults say', () => {
    expect(weightedRating(enclosureDifference({ type: 'glazed room' }))).toBe(30);
    expect(weightedRating(enclosureDifference({ type: 'full room' }))).toBe(40);
    expect(weightedRating(enclosureDifference({ type: 'full room', rating: 48 }))).toBe(48);
    expect(speechLevelReduction(enclosureDifference({ type: 'semi-closed booth' }))).toBeCloseTo(10, 8);
    expect(speechLevelReduction(enclosureDifference({ type: 'pod', class: 'A+' }))).toBeCloseTo(33, 8);
  });

  it('keep a normal voice private at 2 m from class B on (40 dB(A), good office), not from class C', () => {
    expect(sti({ type: 'pod', class: 'B' }, ROOM_FINISHES.good)).toBeLessThan(0.2);
    expect(sti({ type: 'pod', class: 'C' }, ROOM_FINISHES.good)).toBeGreaterThan(0.2);
  });

  it('take what was measured', () => {
    const difference = [18, 24, 30, 34, 36, 37, 38];
    expect([...enclosureDifference({ type: 'measured', difference })]).toEqual(
      difference.map((dB) => expect.closeTo(dB, 9)),
    );
    expect(() => enclosureDifference({ type: 'measured', difference: [30] })).toThrow('seven octave bands');
  });

  it.each<Enclosure>([
    { type: 'pod', class: 'A', openShare: 0.2 },
    { type: 'full room', rating: 50, openShare: 0.2 },
    { type: 'measured', difference: [40, 40, 40, 40, 40, 40, 40], openShare: 0.2 },
  ])('with the door open have little more than 7 dB left: $type', (enclosure) => {
    // 10 lg(1/0.2) = 6.99 dB; the shut part lets a little more through.
    const dB = speechLevelReduction(enclosureDifference(enclosure));
    expect(dB).toBeLessThan(6.99);
    expect(dB).toBeGreaterThan(6.9);
  });
});

describe('two partitions on a path', () => {
  const room = partitionLoss({ type: 'full room' }, crossing);
  const booth = partitionLoss({ type: 'semi-closed booth' }, crossing);
  const low = partitionLoss({ type: 'screen', height: 1.4 }, crossing);
  const high = partitionLoss({ type: 'screen', height: 1.8 }, crossing);

  it('add if they are enclosures', () => {
    const both = bothLosses(room, booth).enclosure;
    expect(both?.[2]).toBeCloseTo((room.enclosure?.[2] ?? 0) + (booth.enclosure?.[2] ?? 0), 10);
  });

  it('count once if they are screens', () => {
    expect([...(bothLosses(low, high).screen ?? [])]).toEqual([...(high.screen ?? [])]);
  });

  it('keep their kinds apart, and nothing stays nothing', () => {
    expect(bothLosses(low, room)).toEqual({ screen: low.screen, enclosure: room.enclosure });
    expect(bothLosses({}, {})).toEqual({});
    expect(bothLosses({}, room)).toEqual(room);
  });

  it('lower the level the same way round', () => {
    const there = receivedLevels(ISO_3382_3_SPEECH, ROOM_FINISHES.poor, 6, bothLosses(room, low));
    const back = receivedLevels(ISO_3382_3_SPEECH, ROOM_FINISHES.poor, 6, bothLosses(low, room));
    expect(aWeightedLevel(there)).toBe(aWeightedLevel(back));
  });
});
