/** Writes what was asked for to the disk; what goes wrong there is told, and is no error of the program's. */
import { accessSync, constants, existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { visible } from '../scenario/visible.ts';
import { BadInput } from './bad-input.ts';
import type { Io } from './io.ts';

/** Writes a file, in the place of one that is there, and says so. */
export function writeFile(file: string, text: string, io: Io): void {
  writing(file, () => writeFileSync(file, text));
  io.err(`Wrote ${visible(file)}\n`);
}

/** Writes files into a directory, and says so. */
export function writeInto(directory: string, files: Readonly<Record<string, string>>, io: Io): void {
  writing(directory, () => {
    for (const [name, text] of Object.entries(files)) writeFileSync(path.join(directory, name), text);
  });
  io.err(`Wrote ${Object.keys(files).join(', ')} to ${visible(directory)}\n`);
}

/**
 * Writes the files, and prints the figures all the same where one of them cannot be written, so that nothing computed is lost;
 * what went wrong is told after that.
 */
export async function deliver(io: Io, figures: string, writes: readonly (() => unknown)[]): Promise<void> {
  const failures: BadInput[] = [];
  for (const write of writes) {
    try {
      await write();
    } catch (thrown) {
      if (!(thrown instanceof BadInput)) throw thrown;
      failures.push(thrown);
    }
  }
  if (figures !== '') io.out(figures);
  if (failures.length > 0) throw new BadInput(failures.map(({ message }) => message).join('\naula: '));
}

/** Makes the directory: only the last part of its path, so that a mistyped path is noticed. */
export function makeDirectory(directory: string): void {
  writing(directory, () => {
    if (directory === '') throw new BadInput('a directory needs a name');
    if (!existsSync(directory)) mkdirSync(directory);
    else if (!statSync(directory).isDirectory()) throw new BadInput(`${directory} is no directory`);
    accessSync(directory, constants.W_OK);
  });
}

/** Sees that the file can be written, before a long run ends without it. */
export function checkWritable(file: string): void {
  writing(file, () => {
    if (file === '') throw new BadInput('a file needs a name');
    if (existsSync(file) && statSync(file).isDirectory()) throw new BadInput(`${file} is a directory`);
    if (!existsSync(path.dirname(file))) throw new BadInput(`${path.dirname(file)} is not there`);
    accessSync(existsSync(file) ? file : path.dirname(file), constants.W_OK);
  });
}

/** The same for a page, which no scenario is to be lost to where the page's own name is left out. */
export function checkPage(file: string): void {
  if (/\.ya?ml$/i.test(file))
    throw new BadInput(
      `${file} is named like a scenario; --html is followed by the name of a page, like page.html`,
    );
  checkWritable(file);
}

function writing(where: string, act: () => void): void {
  try {
    act();
  } catch (thrown) {
    if (thrown instanceof BadInput) throw thrown;
    throw new BadInput(`cannot write to ${where}: ${thrown instanceof Error ? thrown.message : thrown}`);
  }
}
