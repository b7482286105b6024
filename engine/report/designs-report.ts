/**
 * Designs side by side, ready to be shown as a table, a page or files: each with its figures, how far they are from the
 * first one's, what it meets of its targets, and what sets it apart.
 */
import type { Contrasted } from '../experiment/contrasts.ts';
import type { Weighed } from '../experiment/weighed.ts';
import type { Difference } from '../scenario/differences.ts';
import type { Scenario } from '../scenario/schema.ts';
import type { Judgement } from './judgement.ts';

export interface DesignEntry {
  /** `A`, `B`, … in the order of the files. */
  readonly letter: string;
  /** The scenario's name. */
  readonly name: string;
  /** As it was given. */
  readonly file: string;
  readonly contrasted: Contrasted;
  readonly judgements: readonly Judgement[];
  /** From the first design's document. */
  readonly differences: readonly Difference[];
  /** In what its visitors are not those of the first design; none where they are the same. */
  readonly visitorsApart: readonly string[];
}

export interface DesignsReport {
  /** Version of the program. */
  readonly version: string;
  readonly seed: string;
  readonly replications: number;
  /** Whether estimates of all designs are adjusted for the arrivals. */
  readonly isAdjusted: boolean;
  /** With which all intervals of differences hold together, and how many there are. */
  readonly confidence: number;
  readonly comparisons: number;
  /** With which the interval of each difference holds. */
  readonly confidenceOfEach: number;
  /** How many designs there were to be; not all of them were run where somebody stopped it. */
  readonly asked: number;
  /** The first is the one that the others are compared with. */
  readonly designs: readonly DesignEntry[];
  /** What agencies and roles are called, by id. */
  readonly names: ReadonlyMap<string, string>;
}

/** That it was stopped, as files say it; nothing where it was not. */
export const stoppedEarly = (run: number, asked: number): { by: 'interrupt'; asked: number } | null =>
  run < asked ? { by: 'interrupt', asked } : null;

/** `A`, `B`, …, `Z`, `A2`, … */
export function letterOf(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : `${letter}${Math.floor(index / 26) + 1}`;
}

/** Agencies by their short names, roles by their ids, of which names are too long for a table. */
export function namesIn(scenarios: readonly Scenario[]): Map<string, string> {
  const names = new Map<string, string>();
  for (const { agencies } of scenarios) {
    for (const [id, { short }] of Object.entries(agencies)) if (!names.has(id)) names.set(id, short ?? id);
  }
  return names;
}

/** Rows under one heading. */
export interface Section {
  /** For a column of a table. */
  readonly title: string;
  /** For a heading of its own. */
  readonly heading: string;
  readonly rows: readonly { readonly label: string; readonly weighed: Weighed }[];
}

const HOUSE: Readonly<Record<string, string>> = {
  'wait.mean': 'Mean wait, min',
  'wait.p90': 'p90 of waits, min',
  'wait.withinTarget': 'In time, %',
  'left.share': 'Left, %',
  'house.mean': 'In the house, min',
  'privacy.exposure': 'Exposed, min a day',
  'privacy.conflicts': 'Conflicts a day',
};

/** What is weighed, in sections: the house first, then by agency and role. */
export function sectionsOf(weighed: readonly Weighed[], names: ReadonlyMap<string, string>): Section[] {
  const by = (measure: string, key: 'agency' | 'role') =>
    weighed.flatMap((one) => {
      const id = one.measure === measure ? one.scope[key] : undefined;
      return id === undefined ? [] : [{ label: names.get(String(id)) ?? String(id), weighed: one }];
    });
  const house = weighed.filter(({ scope }) => Object.keys(scope).length === 0);
  return [
    {
      title: 'The house',
      heading: 'The house',
      rows: house.map((one) => ({ label: HOUSE[one.measure] ?? one.measure, weighed: one })),
    },
    { title: 'Mean wait, min', heading: 'Mean wait by agency', rows: by('wait.mean', 'agency') },
    { title: 'Exposed, min a day', heading: 'Exposure by agency', rows: by('privacy.exposure', 'agency') },
    { title: 'Use of staff, %', heading: 'Use of staff by role', rows: by('role.utilisation', 'role') },
  ].filter(({ rows }) => rows.length > 0);
}
