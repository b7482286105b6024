/** On what machine, and of what state of the source, something was measured. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg } from 'node:os';
import type { Result } from './result.ts';

export function machine(): Result['machine'] {
  const manifest: unknown = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
  const known = typeof manifest === 'object' && manifest !== null && 'version' in manifest;
  return {
    aula: known ? String(manifest.version) : 'unknown',
    node: process.version,
    cpu: cpus()[0]?.model.trim() ?? 'unknown',
    cores: availableParallelism(),
    platform: `${process.platform} ${process.arch}`,
  };
}

/** The commit, with a + where the engine or the benchmarks have changed since; 'unknown' outside of a repository. */
export function revision(): string {
  const git = (...options: string[]) => spawnSync('git', options, { encoding: 'utf8' });
  const { status, stdout } = git('rev-parse', '--short', 'HEAD');
  if (status !== 0) return 'unknown';
  const changed = git('status', '--porcelain', '--', 'engine', 'bench/*.ts', 'scenarios').stdout !== '';
  return stdout.trim() + (changed ? '+' : '');
}

/** How many were at work on the machine, over the last minute. */
export const load = (): number => Number((loadavg()[0] ?? 0).toFixed(2));
