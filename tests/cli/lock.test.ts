/** Two programs and one directory. */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lockDirectory } from '../../engine/cli/lock.ts';
import { InUse } from '../../engine/report/run-directory/disk.ts';

let directory = '';
let file = '';
beforeAll(() => {
  directory = mkdtempSync(path.join(tmpdir(), 'aula-lock-'));
  file = path.join(directory, 'lock');
});
afterAll(() => rmSync(directory, { recursive: true }));

describe('a lock', () => {
  it('is there until it is let go of', () => {
    const unlock = lockDirectory(directory);
    expect(readFileSync(file, 'utf8')).toBe(`${process.pid} ${hostname()}\n`);
    unlock();
    expect(existsSync(file)).toBe(false);
    unlock();
  });

  it('keeps out others while its program is alive, and not when that was killed', async () => {
    const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
    const ended = new Promise((resolve) => child.on('exit', resolve));
    writeFileSync(file, `${child.pid} ${hostname()}\n`);
    expect(() => lockDirectory(directory)).toThrow(InUse);
    expect(() => lockDirectory(directory)).toThrow(`process ${child.pid} on ${hostname()}`);
    child.kill('SIGKILL');
    await ended;
    lockDirectory(directory)();
    expect(existsSync(file)).toBe(false);
  });

  it.each([
    [
      'of another machine',
      '1 elsewhere.example\n',
      /process 1 on elsewhere\.example\) is writing.*remove .*lock/,
    ],
    ['that says nothing', '', /another program is writing/],
  ])('%s is left to the user', (_, content, message) => {
    writeFileSync(file, content);
    expect(() => lockDirectory(directory)).toThrow(message);
    expect(readFileSync(file, 'utf8')).toBe(content);
    rmSync(file);
  });

  it("that has become another program's is not taken from it", () => {
    const unlock = lockDirectory(directory);
    writeFileSync(file, '1 elsewhere.example\n');
    unlock();
    expect(existsSync(file)).toBe(true);
    rmSync(file);
  });

  it('cannot be where there is no directory', () => {
    expect(() => lockDirectory(path.join(directory, 'nowhere'))).toThrow(/ENOENT/);
  });
});
