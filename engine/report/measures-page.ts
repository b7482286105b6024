/**
 * The reference page of all measures (docs/reference/measures.md), made from their table.
 */
import { MEASURES, type Recipe } from '../experiment/measures.ts';
import { scopesInWords } from './target.ts';

const INTRODUCTION = `# Measures

<!-- Made from engine/experiment/measures.ts; a test compares the two. -->

Every figure of a report, of \`--json\` and of \`--csv\` is one of these measures, for one scope: the whole house, an
agency, a matter, a role, a space type, an hour of the day, or a pair of them. Targets name them the same way:
\`wait.p90 of vero <= 15 min\`, \`role.utilisation of adviser at 10:00 < 90 %\`.

- Units: \`min\` is minutes, \`1\` a share from 0 to 1, \`1/day\` a number a day.
- Visitors who arrive in the warm-up are not counted, and time counts from its end.
- Hours are hours of the day, \`10\` being 10:00 to 11:00; over a longer horizon the same hours of all days count together.
- An agency's visits are those whose first matter is its own.
- Figures of \`privacy\` by \`space\` and \`spaceType\` need not add up to those of the whole house: who is recognised, or
  seen by an opponent, on a way is in no space; and such a conflict, of a whole visit, belongs to none.
- How a figure and its interval come about, by the last column:
  - **mean**: mean of one number a day, with Student's t interval over days.
  - **ratio**: a sum over all days divided by another, so that every visitor (or every second) weighs the same; the
    interval is a jackknife over days (Miller 1974).
  - **quantile**: quantile of all observations of all days together, never an average of daily quantiles; the
    interval is Woodruff's (1952) with days as clusters. Its half-width is half the interval's width.
- From one day alone there is no interval, and \`halfWidth\` is null. The same holds for a quantile so far out that the
  interval would go beyond the largest observation.
- What was seen on none of *n* days has a mean and a \`halfWidth\` of 0, and may still happen: with 95 % confidence on
  fewer than 3/*n* of days (the rule of three, Hanley and Lippman-Hand 1983). Targets are judged by that.

`;

export function measuresPage(): string {
  const rows = MEASURES.map((definition) => {
    const { measure, unit, meaning, recipe } = definition;
    return `| \`${measure}\` | \`${unit}\` | ${meaning} | ${scopesInWords(definition)} | ${estimator(recipe)} |`;
  });
  return [
    INTRODUCTION,
    '| Measure | Unit | Meaning | Measured | Estimate |\n',
    '|---|---|---|---|---|\n',
    ...rows.map((row) => `${row}\n`),
  ].join('');
}

const estimator = (recipe: Recipe) =>
  recipe.kind === 'quantile' ? `quantile ${recipe.probability}` : recipe.kind;
