/** Scenario files and run directories made ready to be shown by the viewer; what is wrong with them is told as ever. */

import type { Made } from '../../viz/serve/live-parcel.ts';
import { Mismatch, type Packed, parcelOf } from '../../viz/serve/parcel-of.ts';
import { formatFindings } from '../scenario/format-findings.ts';
import { usable } from './archive.ts';
import { BadInput } from './bad-input.ts';
import { cachedReader } from './cached-reader.ts';
import type { Io } from './io.ts';
import { nodeDisk } from './node-disk.ts';
import { nodeReader } from './node-reader.ts';
import { type Examined, examine, told } from './prepare.ts';
import { VERSION } from './version.ts';

export interface PackOptions {
  readonly seed?: string;
  readonly replications?: number;
  /** Whether the page is served, and told of changes. */
  readonly isLive?: boolean;
}

/** Throws `BadInput` for a run directory that cannot be used. */
export function pack(names: readonly string[], options: PackOptions): Made {
  const { packed, examined } = packAndExamine(names, options);
  const wrong = examined.filter(({ prepared }) => prepared === null);
  return {
    packed,
    problems: wrong.length === 0 ? null : wrong.map(({ findings }) => formatFindings(findings)).join('\n'),
  };
}

/** The same; what is wrong with a scenario is told on the error output, and null comes back. */
export function packOrTell(names: readonly string[], options: PackOptions, io: Io): Packed | null {
  const { packed, examined } = packAndExamine(names, options);
  for (const one of examined) told(one, io);
  return examined.some(({ prepared }) => prepared === null) ? null : packed;
}

function packAndExamine(names: readonly string[], options: PackOptions) {
  const reader = cachedReader(nodeReader);
  const wanted = { ...options, isLive: options.isLive ?? false };
  const packed = usable(() => {
    try {
      return parcelOf(names, wanted, { reader, disk: nodeDisk, version: VERSION });
    } catch (thrown) {
      throw thrown instanceof Mismatch ? new BadInput(thrown.message) : thrown;
    }
  });
  // What a run directory has kept has been checked before it was run.
  const examined: Examined[] = packed.parcel.designs.flatMap((source) =>
    source.kind === 'files' && source.isOfRun !== true ? examine(source.name, null, reader) : [],
  );
  return { packed, examined };
}
