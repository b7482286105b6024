/** Writes a file as a whole or not at all: whoever opens it meanwhile sees the one before. */
import { lstatSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { TEMPORARY } from '../report/run-directory/disk.ts';
import { BadInput } from './bad-input.ts';

/** What is no file, such as a pipe, is written to as it is; a link stays one. */
export function writeWhole(file: string, text: string): void {
  try {
    const there = lstatSync(file, { throwIfNoEntry: false });
    const target = there === undefined ? file : realpathSync(file);
    if (there !== undefined && !lstatSync(target).isFile()) writeFileSync(target, text);
    else replace(target, text);
  } catch (thrown) {
    throw new BadInput(`cannot write to ${file}: ${thrown instanceof Error ? thrown.message : thrown}`);
  }
}

function replace(file: string, text: string): void {
  const temporary = `${file}.${process.pid}${TEMPORARY}`;
  try {
    writeFileSync(temporary, text);
    renameSync(temporary, file);
  } catch (thrown) {
    rmSync(temporary, { force: true });
    throw thrown;
  }
}
