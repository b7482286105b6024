/**
 * What the reference page of the scenario format says before its tables: files, ids, quantities, distributions.
 * Limits are those of the code, families of distributions those of the schema.
 */
import type { z } from 'zod';
import { MAX_CHAIN } from './extends.ts';
import { MAX_FILE_BYTES } from './reader.ts';
import { MAX_TRACE_ROWS } from './trace.ts';
import { MAX_DEPTH, MAX_VALUES } from './yaml-tree.ts';

type Json = z.core.JSONSchema.BaseSchema;

/** By family of distributions: one as a scenario writes it, of durations. */
export const EXAMPLES: Readonly<Record<string, string>> = {
  deterministic: '12 min',
  exponential: '{ exponential: { mean: 8 min } }',
  gamma: '{ gamma: { mean: 12 min, cv: 0.5 } }',
  erlang: '{ erlang: { mean: 12 min, stages: 3 } }',
  lognormal: '{ lognormal: { median: 9 min, p90: 25 min } }',
  weibull: '{ weibull: { shape: 1.5, scale: 10 min } }',
  normal: '{ normal: { mean: 20 min, sd: 4 min } }',
  triangular: '{ triangular: { min: 2 min, mode: 5 min, max: 15 min } }',
  uniform: '{ uniform: { min: 2 min, max: 6 min } }',
  empirical: '{ empirical: { values: [2 min, 5 min, 20 min], weights: [3, 5, 1] } }',
  mixture: '{ mixture: [{ weight: 3, of: 4 min }, { weight: 1, of: { exponential: { mean: 20 min } } }] }',
};

const NOTES: Readonly<Record<string, string>> = {
  deterministic: 'The same always; a plain quantity is short for it.',
  gamma: '`cv` is the standard deviation over the mean.',
  erlang: 'The sum of so many exponential stages.',
  normal: 'Not cut off by itself: a duration or number below 0 counts as 0.',
  empirical:
    'One of the values by weight, equal ones where none are given; or `quantiles` from 0 to 1, joined by straight lines.',
  mixture: 'One of several distributions, by weight.',
};

/** By quantity: its units, and what a plain number is. */
export const UNITS: readonly (readonly [what: string, units: string, plain: string, examples: string])[] = [
  ['duration', '`s`, `min`, `h`, `d`', 'minutes', '`12 min`, `1.5 h`'],
  [
    'time of day',
    '',
    'refused',
    '`08:00`, `16:15:30`; for horizons beyond a day also hours after midnight: `2000 h`',
  ],
  ['length', '`m`, `cm`, `mm`', 'metres', '`1.5 m`'],
  ['speed', '`m/s`, `km/h`', 'metres a second', '`1.3 m/s`'],
  ['rate', '`/h`, `/min`, `/s`, `/d`', 'a rate an hour', '`12 /h`'],
  ['level', '`dB`', 'decibels', '`42 dB`'],
  ['share', '`%`', 'from 0 to 1', '`5 %`, `0.05`'],
];

/** By section: what its table cannot say. */
export const REMARKS: Readonly<Record<string, string>> = {
  matters: `A service goes by in this order: preparation (clerk and space), the walk to the place, settling (clerk and
space), the service, leaving (space alone) while the clerk does the afterWork. The service time is divided by the
clerk's speed, and multiplied by the visitor's factors.`,
  spaces: `Where there is a floor, \`at\` and \`size\` are required, and \`door\` where the space type is semi-closed or closed.`,
  roles: `A role may handle a matter if one of its mandates is of the matter's agency, names the matter or \`all\`, and has
every part of it. Roles of kind interpreter and guard need no mandates: they help in the services of others.`,
  arrivals: `Needs exactly one of \`rate\`, \`appointments\` and \`trace\`. What visitors come for is said by \`agency\`, by \`matters\`, by the
rows of the trace, or else by their profiles. A visit brings a matter once, however often it is drawn.`,
  policy: `Visitors who need the same (roles, space types, equipment, interpreter, guard, accessible space) wait in one line.
At each moment the first of those at the head of a line who can be served now is called, then the next. Who is
first, by \`routing\`:

- \`first-come-first-served\`: who joined a line first. With \`nextMatter: keep-place\` a further matter counts as joined
  when the first one was.
- \`longest-wait-first\`: whose wait began first, by the [rule for waits](rules.md#wait); with \`keep-place\` who came in first.
- \`priority-with-ageing\`: who joined first, where each step of priority counts as having joined \`ageing\` earlier.
- \`appointments-first\`: who has booked, by booked time or arrival, whichever is later; then the others by joining. With
  \`reserve\`, walk-ins leave a clerk free for each appointment that is due, up to \`clerks\` of a role: the least
  flexible role that may handle the first matter that the arrival names.
- \`dedicated\`: each visitor joins the line of one role, the least flexible on duty that may serve it; of equally
  flexible ones, that for which the fewest wait. Within a line, who joined first.

Who serves, by \`clerk\`: \`least-flexible\` is the role that may do the fewest parts of matters, so that those who may do more
stay free; \`longest-idle\` and \`fastest\` as they say. Of several clerks of a role, and of several spaces of a type, the
one that has been free for the longest.

A further matter, by \`nextMatter\`: \`same-clerk\` goes on at once where mandate, space and equipment allow, and keeps its
place in the line where not; \`keep-place\` joins as if it had joined with the first; \`queue-anew\` joins at the end.`,
  targets: `\`MEASURE [of ID] [at HH:00] RELATION LIMIT\`, such as \`wait.p90 of vero <= 15 min\`, \`left.share < 5 %\`,
\`role.utilisation of adviser at 10:00 < 90 %\`. The [measures](measures.md) say for what each is measured, and in which
unit. Relations are \`<=\`, \`<\`, \`>=\`, \`>\`. Where an id stands for two things, say which: \`of agency vero\`.`,
};

export function formatGuide(schema: Json): string {
  const families = Object.entries(familiesIn(schema)).map(
    ([family, value]) =>
      `| \`${family}\` | ${parameters(value as Json)} | ${NOTES[family] ?? ''} | \`${EXAMPLES[family] ?? ''}\` |`,
  );
  return `# The scenario file

<!-- Made by engine/scenario/format-page.ts from the schema; a test compares the two. -->

A scenario is one YAML file, UTF-8: a map with the keys below. \`aula check FILE\` says all that is wrong with one.
An [editor that knows the schema](../how-to/complete-in-an-editor.md) completes keys and marks mistakes while you write.

- **Ids** are yours: letters of any language, digits, \`.\`, \`_\` and \`-\`, at most 80. They name things in targets,
  results and messages. Where order matters, it is that of the file.
- **Names** are for people; reports and messages show them.
- **Required** keys have no default; a file that extends another may leave them out where that one has them. Where the
  table gives no default, there is none, or an empty list.
- An unknown key is an error, and so is a name that stands for nothing.
- Anchors and aliases (\`&name\`, \`*name\`) save repeating a value. Other features of YAML, such as tags, are refused.
- Write \`[09:00, 12 /h]\` as it is; a time with seconds within brackets needs quotes: \`['09:26:15', 12 /h]\`.
- Limits: ${MAX_FILE_BYTES / 1024 / 1024} MiB a file, ${MAX_CHAIN} files that extend one another, ${MAX_DEPTH} levels, ${thousands(MAX_VALUES)} values, ${thousands(MAX_TRACE_ROWS)} recorded arrivals.

## Files that extend others

\`extends: other.yaml\` (a path from this file) begins with everything that the other file says, and changes it:

- maps are merged key by key, at every depth;
- lists, plain values and distributions are replaced whole;
- so is a map by one of another form, like \`partition: { bands: [...] }\` by \`partition: { rating: 45 dB }\`;
- \`null\` takes away. To take away what is not there is an error.

## Quantities

| Quantity | Units | A plain number is | Examples |
|---|---|---|---|
${UNITS.map((cells) => `| ${cells.join(' | ')} |`).join('\n')}

A point is two lengths, \`[x, y]\`, in metres from a corner of the plan that you choose. A limit of \`never\` is none.

## Distributions

A distribution is written as a plain quantity, which then is the same always, or as one family with its parameters.

| Family | Parameters | | Example, of durations |
|---|---|---|---|
${families.join('\n')}
`;
}

function familiesIn({ definitions = {} }: Json): Readonly<Record<string, unknown>> {
  const { factors } = definitions as Readonly<Record<string, Json | undefined>>;
  const family = factors?.anyOf?.find((form) => (form as Json).properties !== undefined) as Json | undefined;
  return family?.properties ?? {};
}

/** The names of the parameters; of several forms, each. */
function parameters({ anyOf, properties, items }: Json): string {
  if (anyOf !== undefined) return anyOf.map((form) => parameters(form as Json)).join(', or ');
  if (properties !== undefined)
    return Object.keys(properties)
      .map((name) => `\`${name}\``)
      .join(', ');
  return `a list of ${parameters((items ?? {}) as Json)}`;
}

/** Groups of three digits, with a comma between. */
const thousands = (value: number): string => String(value).replace(/\B(?=(\d{3})+$)/g, ',');
