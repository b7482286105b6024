/** All visitors of a day with what they are looked for by: made in one pass, a few columns, and kept with the day. */
import { EVENT_KIND } from '../../engine/recording/events.ts';
import type { House } from '../engine/house.ts';
import { rowOf } from '../replay/doing.ts';
import { listOf } from '../replay/ragged.ts';
import type { ReplayDay } from '../replay/replay-day.ts';

export interface Register {
  /** By row: the agency of the first matter, or -1. */
  readonly agency: Int32Array;
  /** By row, in seconds: the longest of its waits for a matter, or of one that it left unserved. */
  readonly longestWait: Float64Array;
  /** By row: of OUTCOME, or -1 for one who is still there at the end. */
  readonly outcome: Int8Array;
  /** By row: how many conflicts are about it, and how many it perceived; none as long as privacy is not known. */
  readonly suffered: Int32Array;
  readonly witnessed: Int32Array;
}

/** With what was known of privacy when it was made. */
const known = new WeakMap<
  ReplayDay,
  { readonly privacy: ReplayDay['privacy']; readonly register: Register }
>();

export function registerOf(day: ReplayDay, house: House): Register {
  const before = known.get(day);
  const { privacy } = day;
  if (before?.privacy === privacy) return before.register;
  const register = before === undefined ? made(day, house) : { ...before.register, ...conflictsOf(day) };
  known.set(day, { privacy, register });
  return register;
}

function made(day: ReplayDay, house: House): Register {
  const { visitors, events, measures, ofVisitor } = day;
  const { length } = visitors;
  const agency = Int32Array.from(visitors.firstMatter, (matter) =>
    matter < 0 ? -1 : house.matterAgency[matter],
  );
  const longestWait = new Float64Array(length);
  const outcome = new Int8Array(length).fill(-1);
  const { waits } = measures;
  for (let k = 0; k < waits.length; k++) {
    const row = rowOf(day, waits.visitor[k]);
    if (row >= 0) longestWait[row] = Math.max(longestWait[row], waits.seconds[k]);
  }
  for (let row = 0; row < length; row++) {
    let waitsSince = -1;
    for (const event of listOf(ofVisitor, row)) {
      const kind = events.kind[event];
      if (kind === EVENT_KIND.waits) waitsSince = events.time[event];
      else if (kind === EVENT_KIND.called || kind === EVENT_KIND['gives-up']) waitsSince = -1;
      else if (kind === EVENT_KIND.leaves) outcome[row] = events.detail[event];
    }
    const until = Math.min(day.departure[row], day.to);
    if (waitsSince >= 0) longestWait[row] = Math.max(longestWait[row], until - waitsSince);
  }
  return { agency, longestWait, outcome, ...conflictsOf(day) };
}

function conflictsOf({ visitors, privacy }: ReplayDay): Pick<Register, 'suffered' | 'witnessed'> {
  const of = (counts: Int32Array | undefined) => visitors.serial.map((serial) => counts?.[serial] ?? 0);
  return { suffered: of(privacy?.totals.suffered), witnessed: of(privacy?.totals.witnessed) };
}

export const ORDERS = ['arrival', 'wait', 'conflicts'] as const;
export type Order = (typeof ORDERS)[number];

export interface Search {
  /** The first digits of a ticket number; empty for all. */
  readonly number: string;
  /** -1 for all. */
  readonly agency: number;
  readonly hadConflict: boolean;
  readonly order: Order;
}

export const EVERYBODY: Search = { number: '', agency: -1, hadConflict: false, order: 'arrival' };

/** By register: the last search and what it found. */
const last = new WeakMap<Register, { readonly search: Search; readonly rows: Int32Array }>();

/** Rows of those who are looked for; an exact number comes first. */
export function found(day: ReplayDay, register: Register, search: Search): Int32Array {
  const before = last.get(register);
  if (before?.search === search) return before.rows;
  const rows = sought(day, register, search);
  last.set(register, { search, rows });
  return rows;
}

function sought({ visitors }: ReplayDay, register: Register, search: Search): Int32Array {
  const { number, agency, hadConflict, order } = search;
  const rows: number[] = [];
  for (let row = 0; row < visitors.length; row++) {
    if (agency >= 0 && register.agency[row] !== agency) continue;
    if (hadConflict && register.suffered[row] === 0) continue;
    if (number !== '' && !String(visitors.serial[row]).startsWith(number)) continue;
    rows.push(row);
  }
  const key = { arrival: null, wait: register.longestWait, conflicts: register.suffered }[order];
  if (key !== null) rows.sort((a, b) => key[b] - key[a] || a - b);
  const exact = rows.findIndex((row) => String(visitors.serial[row]) === number);
  if (exact > 0) rows.unshift(...rows.splice(exact, 1));
  return Int32Array.from(rows);
}
