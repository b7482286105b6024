/** The reference page of the rules, from the one list of them. */
import { RULES } from '../simulation/rules.ts';

/** docs/reference/rules.md, whole. */
export function rulesPage(): string {
  const sections = RULES.map(
    ({ id, title, brief, text }) => `## ${title}\n\n\`${id}\`: ${brief}.\n\n${text}\n`,
  );
  return [
    '# Rules of the simulation',
    '',
    'What decides who is served when, and what a figure counts. Each rule is written once in the code where it',
    'acts, and a test bears its id. This page is made from `engine/simulation/rules.ts`.',
    '',
    ...sections,
  ].join('\n');
}
