/**
 * Keeps two programs from writing to one directory at once: a file that says which process of which machine does. What a
 * process that was killed has left is taken over on the same machine; on another nobody can know, and the user is asked.
 */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import path from 'node:path';
import { InUse, LOCK } from '../report/run-directory/disk.ts';

/** Locks the directory, and returns what unlocks it. Throws `InUse` where another program has locked it. */
export function lockDirectory(directory: string): () => void {
  const file = path.join(directory, LOCK);
  const mine = `${process.pid} ${hostname()}\n`;
  if (!isMade(file, mine)) {
    const theirs = contentOf(file);
    if (theirs !== null && isHeld(theirs)) throw new InUse(inUseText(theirs, file));
    rmSync(file, { force: true });
    if (!isMade(file, mine)) throw new InUse(inUseText(contentOf(file) ?? '', file));
  }
  return () => {
    if (contentOf(file) === mine) rmSync(file, { force: true });
  };
}

/** False where it is there already. */
function isMade(file: string, content: string): boolean {
  try {
    writeFileSync(file, content, { flag: 'wx' });
    return true;
  } catch (thrown) {
    if (codeOf(thrown) === 'EEXIST') return false;
    // A full disk leaves a file without its content, which would keep everybody out.
    if (codeOf(thrown) === 'ENOSPC') rmSync(file, { force: true });
    throw thrown;
  }
}

/** Null where it has just been removed. */
function contentOf(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch (thrown) {
    if (codeOf(thrown) === 'ENOENT') return null;
    throw thrown;
  }
}

/** Whether the process that is named may still be at it. */
function isHeld(content: string): boolean {
  const [, pid, host] = /^(\d+) (.*)\n$/.exec(content) ?? [];
  if (pid === undefined || host !== hostname()) return true;
  // In a container each program may have the number that the one before it had.
  if (Number(pid) === process.pid) return false;
  try {
    process.kill(Number(pid), 0);
    return true;
  } catch (thrown) {
    return codeOf(thrown) !== 'ESRCH';
  }
}

function inUseText(content: string, file: string): string {
  const [, pid, host] = /^(\d+) (.*)\n$/.exec(content) ?? [];
  const who = pid === undefined ? 'another program' : `another program (process ${pid} on ${host})`;
  return `${who} is writing to it. Wait until it is done; if it was killed, remove ${file}`;
}

const codeOf = (thrown: unknown): unknown =>
  thrown instanceof Error && 'code' in thrown ? thrown.code : undefined;
