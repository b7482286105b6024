/**
 * What must hold in every replication, whatever the scenario. Each side is measured on a way of its own.
 */
import type { DayFigures } from './statistics.ts';

export interface Identities {
  /** Who came in, and where they are now: served, gone without service, or still inside. */
  readonly arrived: number;
  readonly accounted: number;
  /** Little's identity, in visitor-seconds: number waiting over time, and each visitor's waiting added up. */
  readonly queueIntegral: number;
  readonly waitingTime: number;
}

export function identities({ layout, row }: DayFigures): Identities {
  const ends = ['served', 'reneged', 'balked', 'sentHome', 'unfinished'] as const;
  const at = (index: number) => row[index] ?? 0;
  return {
    arrived: at(layout.offset('arrived', 'all')),
    accounted: ends.reduce((sum, figure) => sum + at(layout.offset(figure, 'all')), 0),
    queueIntegral: at(layout.offset('queueIntegral', 'all')),
    waitingTime: at(layout.offset('waitingTimeObserved', 'all')),
  };
}
