/** `aula share FILE|RUNDIR… -o FILE`: the viewer with its designs as one file that opens without a network. */
import { builtPage, CannotBuild } from '../../viz/serve/built.ts';
import { sharedPage } from '../../viz/serve/shared-page.ts';
import { visible } from '../scenario/visible.ts';
import { BadInput } from './bad-input.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import type { Io } from './io.ts';
import { type PackOptions, packOrTell } from './pack.ts';
import { checkWritable } from './write-files.ts';
import { writeWhole } from './write-whole.ts';

export interface ShareOptions extends PackOptions {
  readonly output: string;
}

export async function share(names: readonly string[], options: ShareOptions, io: Io): Promise<ExitCode> {
  const { output } = options;
  if (/\.ya?ml$/i.test(output))
    throw new BadInput(
      `${output} is named like a scenario; -o is followed by the name of a page, like report.html`,
    );
  checkWritable(output);
  const packed = packOrTell(names, options, io);
  if (packed === null) return EXIT.badInput;
  const page = await built(io);
  const text = sharedPage(page, packed.parcel);
  writeWhole(output, text);
  io.err(
    `Wrote ${visible(output)}, ${megabytes(Buffer.byteLength(text))}: it opens in any browser, without a network\n`,
  );
  return EXIT.fine;
}

async function built(io: Io) {
  try {
    return await builtPage((text) => io.err(text));
  } catch (thrown) {
    throw thrown instanceof CannotBuild ? new BadInput(thrown.message) : thrown;
  }
}

const megabytes = (bytes: number): string => `${(bytes / 1_000_000).toFixed(1)} MB`;
