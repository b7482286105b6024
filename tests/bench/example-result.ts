/** Results of benchmarks, made up, to compare and to judge. */
import { type Figure, figureOf, type Result } from '../../bench/result.ts';

export function speed(work: string, rounds: readonly number[], more: Partial<Figure> = {}): Figure {
  return figureOf({ work, unit: 'days/s', kind: 'speed', note: '', ...more }, rounds);
}

export function resultWith(figures: readonly Figure[]): Result {
  return {
    date: '2026-01-02T03:04:05.000Z',
    revision: 'abc',
    machine: { aula: '0.1.0', node: 'v24.0.0', cpu: 'a <fast> one', cores: 2, platform: 'linux x64' },
    load: [0, 0],
    peers: {},
    figures: [...figures],
    absent: [],
    bars: [],
  };
}
