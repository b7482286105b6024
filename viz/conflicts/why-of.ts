/** Which of a language's sentences tells why a conflict happened. */
import type { Told, Whys } from './told.ts';

export function whyOf(told: Told, why: Whys): string {
  const { reason } = told;
  switch (reason.cause) {
    case 'layout':
      return reason.perceived === 'other'
        ? why.letsThrough(told, why.roles[reason.role])
        : why.layout[reason.perceived];
    case 'shortage':
      return reason.busy === null ? why.noneThen(told) : why.allBusy(told);
    case 'rule':
      return why.freeBut(told, why.kept[reason.kept](told));
    case 'call-out':
      return why.callOut;
    case 'people':
      switch (reason.what) {
        case 'no-mandate':
          return why.noMandate;
        case 'two-agencies':
          return why.twoAgencies(reason.nextMatter);
        case 'left-open':
          return why.leftOpen(told);
        case 'left-paper':
          return reason.leaves > 0 ? why.leftPaper(told) : why.leftInPrinter;
        case 'consent':
          return why.consent;
      }
  }
}
