/** What a run directory needs of a disk; handed in, so that a test can have one that fails. */

export interface Disk {
  /** Makes the directory and, with `above`, those above it; one that is there is left as it is. */
  makeDirectory(path: string, above?: boolean): void;
  /** Names in the directory, without order; null where there is nothing, and throws where there is a file. */
  list(path: string): string[] | null;
  read(path: string): Uint8Array;
  /**
   * Writes the file as a whole or not at all: to a temporary name beside it (`TEMPORARY`), through to the disk, and only
   * then renamed.
   */
  write(path: string, content: Uint8Array): void;
  remove(path: string): void;
  /**
   * Makes this program the one that writes to the directory; what comes back ends that. Throws `InUse` where another
   * program does.
   */
  lock(directory: string): () => void;
}

/** Another program writes to the directory; the message says which. */
export class InUse extends Error {}

/** What keeps others out of a directory, by name. */
export const LOCK = 'lock';

/** How names of files end that are being written. */
export const TEMPORARY = '.partial';
