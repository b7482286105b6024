/** What a day has come to until a moment, by the measures of a run; and which visitors two designs treat otherwise. */
import { conflictsBetween } from '../replay/conflict-totals.ts';
import type { ExposureOverTime } from '../replay/day-privacy.ts';
import type { ReplayDay } from '../replay/replay-day.ts';

export interface SoFar {
  /** Services begun, each with its wait. */
  readonly services: number;
  /** Minutes; null before the first. */
  readonly meanWait: number | null;
  /** Person-minutes, up to the last whole minute; null as long as privacy is not known. */
  readonly exposed: number | null;
  /** That have begun, up to the last whole second, or minute of a day of several, each by its probability; null likewise. */
  readonly conflicts: number | null;
}

/** `time` in seconds after midnight. */
export function soFar({ measures, privacy }: Pick<ReplayDay, 'measures' | 'privacy'>, time: number): SoFar {
  const { waits } = measures;
  let [services, seconds] = [0, 0];
  for (let k = 0; k < waits.length && waits.until[k] <= time; k++) {
    services++;
    seconds += waits.seconds[k];
  }
  return {
    services,
    meanWait: services === 0 ? null : seconds / services / 60,
    exposed: privacy === null ? null : exposedUntil(privacy.exposure, time),
    conflicts:
      privacy === null
        ? null
        : conflictsBetween(privacy.totals, null, Number.NEGATIVE_INFINITY, Math.floor(time)),
  };
}

function exposedUntil({ first, minutes, byKind }: ExposureOverTime, time: number): number {
  const whole = Math.min(minutes, Math.max(0, Math.floor(time / 60) - first));
  let seconds = 0;
  for (let start = 0; start < byKind.length; start += minutes) {
    for (let k = 0; k < whole; k++) seconds += byKind[start + k];
  }
  return seconds / 60;
}

/** A visitor with the waits of both days, in minutes, all of its matters together. */
export interface Fare {
  /** Its number in both days. */
  readonly serial: number;
  readonly one: number;
  readonly other: number;
}

/** Visitors of both days who wait at least so many minutes more or less in the other, the most first. */
export function faresApart(one: ReplayDay, other: ReplayDay, minutes: number): Fare[] {
  const [first, second] = [waitsBy(one), waitsBy(other)];
  return alikeIn(one, other)
    .flatMap((serial): Fare[] => {
      const [here, there] = [first.get(serial), second.get(serial)];
      return here !== undefined && there !== undefined && Math.abs(there - here) >= minutes
        ? [{ serial, one: here, other: there }]
        : [];
    })
    .sort((a, b) => Math.abs(b.other - b.one) - Math.abs(a.other - a.one) || a.serial - b.serial);
}

/** The numbers of those who are the same in both: with other arrivals, a number is somebody else. */
function alikeIn(one: ReplayDay, other: ReplayDay): number[] {
  const arrivals = new Map(Array.from(other.visitors.serial, (serial, row) => [serial, other.arrival[row]]));
  return Array.from(one.visitors.serial).filter((serial, row) => arrivals.get(serial) === one.arrival[row]);
}

function waitsBy({ measures: { waits } }: ReplayDay): Map<number, number> {
  const by = new Map<number, number>();
  for (let k = 0; k < waits.length; k++) {
    by.set(waits.visitor[k], (by.get(waits.visitor[k]) ?? 0) + waits.seconds[k] / 60);
  }
  return by;
}
