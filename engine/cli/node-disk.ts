/** The disk of the machine, for run directories. */
import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import path from 'node:path';
import { type Disk, TEMPORARY } from '../report/run-directory/disk.ts';
import { lockDirectory } from './lock.ts';

export const nodeDisk: Disk = {
  makeDirectory(directory, above = false) {
    const isThere = statSync(directory, { throwIfNoEntry: false })?.isDirectory() ?? false;
    if (!isThere) mkdirSync(directory, { recursive: above });
  },
  list(directory) {
    const status = statSync(directory, { throwIfNoEntry: false });
    if (status === undefined) return null;
    if (!status.isDirectory()) throw new Error('it is no directory');
    return readdirSync(directory);
  },
  read: (file) => readFileSync(file),
  write(file, content) {
    const temporary = `${file}${TEMPORARY}`;
    try {
      throughToDisk(temporary, 'w', (descriptor) => {
        for (let at = 0; at < content.length; ) at += writeSync(descriptor, content, at);
      });
      renameSync(temporary, file);
    } catch (thrown) {
      rmSync(temporary, { force: true });
      throw thrown;
    }
    syncDirectory(path.dirname(file));
  },
  remove: (file) => rmSync(file, { force: true }),
  lock: lockDirectory,
};

function throughToDisk(file: string, flags: string, act: (descriptor: number) => void): void {
  const descriptor = openSync(file, flags);
  try {
    act(descriptor);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** A new name is only certain once its directory is; not every system can do that. */
function syncDirectory(directory: string): void {
  if (process.platform !== 'win32') throughToDisk(directory, 'r', () => {});
}
