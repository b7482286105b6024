/**
 * Why a conflict happened, and what a planner could change, in words. Names of settings are those of the scenario file.
 */
import type { LayoutReason, PeopleReason, Reason, RuleReason, ShortageReason } from '../conflicts/reason.ts';
import { clock, lasting, percentage } from './conflict-words.ts';

/** Sentences, the first after the name of the cause. */
export function whyOf(reason: Reason): string {
  switch (reason.cause) {
    case 'shortage':
      return shortage(reason);
    case 'rule':
      return rule(reason);
    case 'people':
      return people(reason);
    case 'call-out':
      return 'call-out. Visitors are called by name (policy: calls); a number would tell nobody who is here.';
    case 'layout':
      return layout(reason);
  }
}

function layout({ perceived, place, role }: LayoutReason): string {
  switch (perceived) {
    case 'screen':
      return (
        `the layout. Nothing stands between the screen at ${place} and who looks from there: a higher screen wall, ` +
        `a filter (screenFilter), or the place turned round would hide it.`
      );
    case 'papers':
      return (
        `the layout. Nothing stands between the desk at ${place} and who looks from there: a higher screen wall, or ` +
        `waiting and ways elsewhere, would hide the papers.`
      );
    case 'telling-place':
      return (
        `the layout. Who is seen at ${place} is known to have come for such a matter (tells), and the place is in ` +
        `sight: a neutral sign or a wall would help.`
      );
    case 'recognised':
      return (
        'the layout. They are in one hall and in sight of each other: a waiting area of its own (protectedWaiting) ' +
        'and a way out of its own (protectedExit) would part them.'
      );
    case 'opponents':
      return 'the layout. They are in one hall and in sight of each other: waiting areas out of sight of each other, or times apart, would part them.';
    case 'other':
      return `the layout. ${place} is ${ROLES_OF_PLACE[role]}, and lets it through even when all other places are free. 'aula privacy' tells what better walls round it would give.`;
  }
}

const ROLES_OF_PLACE: Readonly<Record<LayoutReason['role'], string>> = {
  greeting: 'where visitors are greeted',
  kiosk: 'where visitors serve themselves',
  proper: 'a proper place for it',
  served: 'where such visitors are served',
};

function shortage({ proper, place, waited, busy }: ShortageReason): string {
  const belongs = `It belongs in ${oneOf(proper)}.`;
  const instead = `after a wait of ${lasting(waited)} ${place} had to do`;
  if (busy === null) return `a shortage. ${belongs} There was none at that time, so ${instead}.`;
  return (
    `a shortage. ${belongs} None was free (${busy.space} was busy for the longest, since ` +
    `${clock(busy.since)}), so ${instead}. One more such place would help, or a longer limit (fallback).`
  );
}

function rule({ proper, place, waited, kept, clerk, role }: RuleReason): string {
  const because = {
    role: `${clerk} does not work in such places (spaces of ${role})`,
    hold: 'it was kept for somebody who had waited longer (policy: hold)',
    other: `it was not for ${clerk ?? 'this service'}`,
  }[kept];
  return (
    `a rule of the house. It belongs in ${oneOf(proper)}, and one was free; but ${because}, so after a wait ` +
    `of ${lasting(waited)} ${place} had to do (fallback).`
  );
}

function people(reason: PeopleReason): string {
  switch (reason.what) {
    case 'no-mandate':
      return "people. Nobody with the mandate was free, and the house lets others go on (policy: mandates: 'pragmatic').";
    case 'two-agencies':
      return `people. The same clerk went on with the visitor's next matter (policy: nextMatter: '${reason.nextMatter}'); another clerk, or consent asked for first, would keep them apart.`;
    case 'left-open':
      return `people. Closing a case takes ${lasting(reason.closeDown)} (policy: closeDown), and the next visitor sat down before.`;
    case 'left-paper':
      return reason.leaves > 0
        ? `people. After ${percentage(reason.leaves)} of the stays there a paper is left (leaves).`
        : 'people. Papers are left in the printer (leaves); one that prints only when its owner is there would not.';
    case 'consent':
      return 'people. Not all visitors agree that somebody else is there (consent of the profile); it counts by the share of those who do not.';
  }
}

const oneOf = (types: readonly string[]): string => types.join(' or ');
