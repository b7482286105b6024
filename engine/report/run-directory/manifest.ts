/**
 * The manifest of a run directory: what was run, how far it has come, and which files belong to it, each with its length
 * and digest. Only what it lists counts: it is written after what it lists, as a whole or not at all.
 */
import { createHash } from 'node:crypto';
import { z } from '../../scenario/zod.ts';

/** Of the directory's form; another one is not read. */
export const FORMAT = 1;

/** A place in the run directory: whoever has changed the manifest must not lead out of it. */
const within = z.string().refine((place) => !/^[/\\]|^[a-z]:|(^|[/\\])\.\.([/\\]|$)/i.test(place), {
  error: 'leads out of the directory',
});
const file = z.strictObject({ file: within, bytes: z.number(), sha256: z.string() });
const part = z.strictObject({
  first: z.int().min(0),
  count: z.int().min(1),
  figures: file,
  waits: file,
  stays: file,
});
const design = z.strictObject({
  name: z.string(),
  /** In the run directory; empty for the first, whose files lie in the directory itself. */
  folder: within,
  /** Which days: the same scenario, seed, design and version give the same. */
  run: z.string(),
  slots: file,
  parts: z.array(part),
});
const recorded = z.strictObject({
  replication: z.int().min(0),
  events: file,
  visitors: file,
  conflicts: file,
});

const manifestSchema = z.strictObject({
  aulaRun: z.literal(FORMAT),
  version: z.string(),
  /** `running` is also what a run that was killed has left. */
  state: z.enum(['running', 'stopped', 'complete']),
  started: z.string(),
  written: z.string(),
  machine: z.record(z.string(), z.union([z.string(), z.number()])),
  seed: z.string(),
  options: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  scenario: file,
  designs: z.array(design),
  recorded: z.array(recorded),
});

export type FileEntry = Readonly<z.infer<typeof file>>;
export type Part = Readonly<z.infer<typeof part>>;
export type DesignEntry = z.infer<typeof design>;
export type RecordedEntry = Readonly<z.infer<typeof recorded>>;
export type Manifest = z.infer<typeof manifestSchema>;
export type RunState = Manifest['state'];

/** Something about a run directory that keeps it from being used; the message says what. */
export class DirectoryError extends Error {}

export const digestOf = (content: Uint8Array | string): string =>
  createHash('sha256').update(content).digest('hex');

export function manifestText(manifest: Manifest): string {
  return `${JSON.stringify(manifest, null, 1)}\n`;
}

/** Throws `DirectoryError` where the text is not the manifest of a run by this version of the program. */
export function manifestFrom(text: string, version: string): Manifest {
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch {
    throw new DirectoryError('its manifest.json is no JSON: it has been changed or cut short');
  }
  if (typeof document !== 'object' || document === null || !('aulaRun' in document))
    throw new DirectoryError('its manifest.json is not that of a run of aula');
  const { aulaRun } = document;
  const madeBy = 'version' in document ? document.version : undefined;
  if (aulaRun !== FORMAT || madeBy !== version) {
    throw new DirectoryError(
      `it was made by aula ${String(madeBy)} (form ${String(aulaRun)}), and this is ${version} (form ${FORMAT}): ` +
        'its days could come out otherwise now. Go on with the version that made it, or run it anew',
    );
  }
  const parsed = manifestSchema.safeParse(document);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new DirectoryError(
    `its manifest.json has been changed: ${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`,
  );
}
