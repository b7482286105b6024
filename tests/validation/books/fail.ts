/** The rules that a ledger holds a day to, and what is thrown at the first call that breaks one. */

export const RULES = {
  time: 'time never goes back, and every day ends',
  visits: 'a visitor is in one state at a time, and whoever came in is inside or has left',
  outcomes: 'visits end as they should: served, balked, sent home, turned away',
  services: 'no clerk and no space is in two services at once, and both are there to the end',
  mandates: 'there is no service without a mandate, or a part of one where staff is pragmatic',
  places: 'a matter is handled where it may be, and the visitor can be',
  helpers: 'interpreter and guard are at a service from call to end, and at one alone',
  equipment: 'no more equipment is out than there is',
  protection: 'protected visitors wait in areas and leave by a door of their own, and nobody else does',
  seats: 'nobody sits without a seat, or stands beside one',
  order: 'who goes first by the policy is called first, by the clerk whom the policy names',
  work: 'nobody waits while all that it needs is free',
  patience: 'nobody waits for longer than its patience',
  breaks: 'breaks are those that are due, have cover and their full length',
  shifts: 'clerks are there for their shifts, and later only for visitors inside',
  durations: 'everything takes as long as was drawn, at the speed of the clerk',
  closing: 'who is inside at closing is served, or sent home, by the policy',
} as const;

export type Rule = keyof typeof RULES;

export class Broken extends Error {
  readonly rule: Rule;

  constructor(rule: Rule, time: number, what: string) {
    super(`at ${time / 60} min: ${what}`);
    this.name = `rule ${rule}`;
    this.rule = rule;
  }
}

export function fail(rule: Rule, time: number, what: string): never {
  throw new Broken(rule, time, what);
}
