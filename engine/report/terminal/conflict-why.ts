/**
 * Why a conflict happened, and what a planner could change: by its cause, and by what was perceived. Names of settings are
 * those of the scenario file.
 */
import type { Model } from '../../model/model.ts';
import type { Conflict } from '../../privacy/conflict.ts';
import { visible } from '../../scenario/visible.ts';
import { CAUSES, KIND_IDS } from '../../statistics/scopes.ts';
import { clock, lasting, percentage, typeAt } from './conflict-words.ts';

/** Sentences, the first after the name of the cause. */
export function whyOf(conflict: Conflict, model: Model): string {
  switch (CAUSES[conflict.cause]) {
    case 'shortage':
      return shortage(conflict, model);
    case 'rule':
      return rule(conflict, model);
    case 'people':
      return people(conflict, model);
    case 'call-out':
      return 'call-out. Visitors are called by name (policy: calls); a number would tell nobody who is here.';
    default:
      return layout(conflict, model);
  }
}

function layout(conflict: Conflict, model: Model): string {
  const { kind, space } = conflict;
  const place = model.ids.spaces[space];
  switch (KIND_IDS[kind]) {
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
    default:
      return `the layout. ${place} is ${roleOfPlace(conflict, model)}, and lets it through even when all other places are free. 'aula privacy' tells what better walls round it would give.`;
  }
}

/** What the place is to the matter. */
function roleOfPlace(conflict: Conflict, model: Model): string {
  const { spaceTypes } = model.scenario;
  const type = typeAt(conflict.space, conflict.from, model);
  if (spaceTypes[type].use === 'greeting') return 'where visitors are greeted';
  if (spaceTypes[type].use === 'kiosk') return 'where visitors serve themselves';
  return properTypes(conflict, model).includes(type)
    ? 'a proper place for it'
    : 'where such visitors are served';
}

function shortage(conflict: Conflict, model: Model): string {
  const { space, waited, busy, busySince } = conflict;
  const { ids } = model;
  const belongs = `It belongs in ${inWords(properTypes(conflict, model), model)}.`;
  const instead = `after a wait of ${lasting(waited)} ${ids.spaces[space]} had to do`;
  if (busy < 0) return `a shortage. ${belongs} There was none at that time, so ${instead}.`;
  return (
    `a shortage. ${belongs} None was free (${ids.spaces[busy]} was busy for the longest, since ` +
    `${clock(busySince)}), so ${instead}. One more such place would help, or a longer limit (fallback).`
  );
}

function rule(conflict: Conflict, model: Model): string {
  const { space, clerk, waited } = conflict;
  const { ids, scenario } = model;
  const proper = properTypes(conflict, model);
  const role = clerk < 0 ? '' : ids.roles[model.clerks[clerk].role];
  const where = scenario.roles[role]?.spaces;
  const cannot = where !== undefined && !proper.some((type) => where.includes(type));
  const kept = cannot
    ? `${ids.clerks[clerk]} does not work in such places (spaces of ${role})`
    : scenario.policy.hold < Number.POSITIVE_INFINITY
      ? `it was kept for somebody who had waited longer (policy: hold)`
      : `it was not for ${ids.clerks[clerk] ?? 'this service'}`;
  return (
    `a rule of the house. It belongs in ${inWords(proper, model)}, and one was free; but ${kept}, so after a wait ` +
    `of ${lasting(waited)} ${ids.spaces[space]} had to do (fallback).`
  );
}

function people({ kind, space, from }: Conflict, model: Model): string {
  const { policy, spaceTypes } = model.scenario;
  switch (KIND_IDS[kind]) {
    case 'no-mandate':
      return "people. Nobody with the mandate was free, and the house lets others go on (policy: mandates: 'pragmatic').";
    case 'two-agencies':
      return `people. The same clerk went on with the visitor's next matter (policy: nextMatter: '${policy.nextMatter}'); another clerk, or consent asked for first, would keep them apart.`;
    case 'left-open':
      return `people. Closing a case takes ${lasting(policy.closeDown)} (policy: closeDown), and the next visitor sat down before.`;
    case 'left-paper': {
      const leaves = space < 0 ? 0 : spaceTypes[typeAt(space, from, model)].leaves;
      return leaves > 0
        ? `people. After ${percentage(leaves)} of the stays there a paper is left (leaves).`
        : 'people. Papers are left in the printer (leaves); one that prints only when its owner is there would not.';
    }
    default:
      return 'people. Nobody had asked for consent; some of the visitors do not give it (consent of the profile).';
  }
}

/** Space types where it should have been: of the list that the place belongs to, which was busy or is the present one. */
function properTypes({ matter, space, busy, from }: Conflict, model: Model): readonly string[] {
  const { matters, policy } = model.scenario;
  const about = matters[model.ids.matters[matter]];
  if (about === undefined) return [];
  const known = busy >= 0 ? busy : space;
  const type = known < 0 ? '' : typeAt(known, from, model);
  const lists = [about.spaces, about.handOver?.spaces ?? [], policy.protectedSpaces];
  return lists.find((list) => list.includes(type)) ?? about.spaces;
}

const inWords = (types: readonly string[], { scenario }: Model): string =>
  types.map((type) => visible(scenario.spaceTypes[type].name)).join(' or ');
