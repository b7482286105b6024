/** Disks for tests: one in memory, that can be looked into and made to fail. */
import path from 'node:path';
import type { Disk } from '../../../engine/report/run-directory/disk.ts';

export class MemoryDisk implements Disk {
  readonly files = new Map<string, Uint8Array>();
  readonly directories = new Set<string>(['.']);
  /** Writes that still succeed; all by default. */
  room = Number.POSITIVE_INFINITY;
  /** In the order of what was done: `write path`, `remove path`. */
  readonly log: string[] = [];

  makeDirectory(directory: string): void {
    this.directories.add(directory);
  }

  list(directory: string): string[] | null {
    const names = [...this.files.keys()]
      .filter((file) => path.dirname(file) === directory)
      .map((file) => path.basename(file));
    return names.length > 0 || this.directories.has(directory) ? names : null;
  }

  read(file: string): Uint8Array {
    const content = this.files.get(file);
    if (content === undefined) throw new Error('ENOENT: no such file');
    return content;
  }

  write(file: string, content: Uint8Array): void {
    if (this.room-- <= 0) throw new Error('ENOSPC: no space left on device');
    this.log.push(`write ${file}`);
    this.files.set(file, content.slice());
  }

  remove(file: string): void {
    this.log.push(`remove ${file}`);
    this.files.delete(file);
  }

  lock(): () => void {
    return () => {};
  }

  text(file: string): string {
    return new TextDecoder().decode(this.read(file));
  }

  change(file: string, change: (text: string) => string): void {
    this.files.set(file, new TextEncoder().encode(change(this.text(file))));
  }
}
