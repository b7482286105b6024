/**
 * What the sections of a report draw from: the figures by name and scope, and the scenario's names for things.
 */
import type { Measure } from '../../experiment/results.ts';
import type { Scenario } from '../../scenario/schema.ts';
import { HOURS, type Scope, type ScopeKey } from '../../statistics/scopes.ts';
import { type Estimated, meanAlone, plusMinus, type Room } from './numbers.ts';
import type { Style } from './style.ts';

const UNKNOWN: Estimated = { mean: null, halfWidth: null };

const keyOf = (measure: string, scope: Scope) =>
  JSON.stringify([measure, ...Object.entries(scope).sort(([one], [other]) => (one < other ? -1 : 1))]);

export class Figures {
  private readonly rows: ReadonlyMap<string, Measure>;

  constructor(measures: readonly Measure[]) {
    this.rows = new Map(measures.map((row) => [keyOf(row.measure, row.scope), row]));
  }

  /** The figure; empty where there is none. */
  of(measure: string, scope: Scope = {}): Estimated {
    return this.rows.get(keyOf(measure, scope)) ?? UNKNOWN;
  }

  /** Whether it was ever other than nothing. */
  occurs(measure: string, scope: Scope = {}): boolean {
    return (this.of(measure, scope).mean ?? 0) !== 0;
  }

  /** The ids for which a measure is kept, where its scope is this key alone. */
  ids(measure: string, key: ScopeKey): string[] {
    return [...this.rows.values()].flatMap((row) => {
      const id = row.scope[key];
      const isAlone = row.measure === measure && Object.keys(row.scope).length === 1;
      return isAlone && id !== undefined ? [String(id)] : [];
    });
  }

  /** A measure by the hour. */
  byHour(measure: string, key: ScopeKey, id: string, hours: readonly number[]): (number | null)[] {
    return hours.map((hour) => this.of(measure, { [key]: id, hour }).mean);
  }
}

/** What every section is given. */
export interface Page {
  readonly figures: Figures;
  readonly scenario: Scenario;
  readonly style: Style;
  /** Writes a figure with its interval, or alone where one replication can't have any. */
  readonly write: (figure: Estimated, room?: Room) => string;
}

export const writerFor = (replications: number) => (replications === 1 ? meanAlone : plusMinus);

const SECONDS_PER_HOUR = 3600;

/** The hours of the day in which the doors are open, from the opening on, past midnight too. */
export function openHours({ day }: Scenario): number[] {
  const first = Math.floor(day.doors.open / SECONDS_PER_HOUR);
  const count = Math.min(HOURS, Math.ceil(day.doors.close / SECONDS_PER_HOUR) - first);
  return Array.from({ length: count }, (_, k) => (first + k) % HOURS);
}
