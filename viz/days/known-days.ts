/** The days of each design that has been looked at, made once; those of the design that is shown are made now. */
import type { Remote } from 'comlink';
import { connect } from '../app/connect.ts';
import type { ServedEngine } from '../engine/worker.ts';
import type { DesignSource } from '../parcel.ts';
import { DaysOf } from './days-of.ts';

const known = new WeakMap<DesignSource, DaysOf>();
let engine: Promise<Remote<ServedEngine>> | null = null;
/** Whose turn it is; what comes for another is of no use any more. */
let turn: { readonly days: DaysOf } | null = null;

export function daysOf(source: DesignSource, seed: string, total: number): DaysOf {
  let days = known.get(source);
  if (days === undefined) {
    days = new DaysOf(source, seed, total);
    known.set(source, days);
  }
  return days;
}

/** Makes these days from now on, and no others. */
export function make(days: DaysOf): void {
  if (turn?.days === days || days.isComplete) return;
  days.isBegun = true;
  const mine = { days };
  turn = mine;
  engine ??= connect();
  void engine.then((made) => days.make(made, () => turn === mine));
}
