/**
 * What is left of a scenario when all that the schema refuses is taken out, so that the checks across its parts
 * can go on, and a planner reads all that is wrong at once. Such a scenario is never run.
 */
import type { z } from 'zod';
import type { Path } from './finding.ts';
import { type Scenario, scenarioSchema } from './schema.ts';
import { plainMessage } from './schema-messages.ts';
import type { Plain } from './tree.ts';

export interface Salvaged {
  readonly scenario: Scenario;
  /** The parts that were taken out; what relies on them cannot be judged. */
  readonly lost: readonly Path[];
}

/** Each round takes out what is refused, and then what cannot be without it: at most as deep as the schema. */
const MAX_ROUNDS = 12;

const STAND_INS: Readonly<Record<string, Plain>> = {
  aula: 1,
  name: '-',
  day: { doors: { open: '0:00', close: '24:00' } },
};

/** The scenario without its refused parts, or null if nothing sound is left. Changes `document`. */
export function salvage(document: Plain, issues: readonly z.core.$ZodIssue[]): Salvaged | null {
  if (!isMap(document)) return null;
  const lost = new Map<string, Path>();
  let refused = issues;
  for (let round = 0; round < MAX_ROUNDS; round++) {
    for (const issue of refused) {
      for (const path of refusedPaths(issue)) {
        const part = takeOut(document, path);
        lost.set(JSON.stringify(part), part);
      }
    }
    for (const [key, value] of Object.entries(STAND_INS))
      if (!Object.hasOwn(document, key)) document[key] = value;
    const parsed = scenarioSchema.safeParse(document, { error: plainMessage });
    if (parsed.success) return { scenario: parsed.data, lost: [...lost.values()] };
    refused = parsed.error.issues;
  }
  return null;
}

function refusedPaths(issue: z.core.$ZodIssue): Path[] {
  const path = issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step));
  return issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...path, key]) : [path];
}

/**
 * Takes out the value at the path, or the nearest one above it that is there; of a list always the whole, so
 * that the places of other entries stay as they are in the file.
 */
function takeOut(document: { [key: string]: Plain }, path: Path): Path {
  let holder = document;
  let depth = 0;
  for (; depth < path.length - 1; depth++) {
    const key = String(path[depth]);
    const next = Object.hasOwn(holder, key) ? holder[key] : undefined;
    if (next === undefined || !isMap(next)) break;
    const below = path[depth + 1];
    if (depth + 1 === path.length - 1 && !Object.hasOwn(next, String(below))) break;
    holder = next;
  }
  delete holder[String(path[depth])];
  return path.slice(0, depth + 1);
}

function isMap(value: Plain | undefined): value is { [key: string]: Plain } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
