/**
 * How files reach the scenario: through a reader that the caller hands in, so that the same loading works with
 * a disk, in a browser and in a test. All of it is synchronous.
 */

/** Larger files are refused: far above any scenario, far below what would fill the memory. */
export const MAX_FILE_BYTES = 4 * 1024 * 1024;
/** What is said against such a file. */
export const TOO_LARGE = `is larger than ${MAX_FILE_BYTES / 1024 / 1024} MiB`;

export interface Reader {
  /** The bytes of a file. Throws `Unreadable` where there is none to be had. */
  read(path: string): Uint8Array;
  /**
   * The path that `relative` means inside the file `from`, or at the start of all, if `from` is empty. Two ways
   * to write one file should give the same path; messages show it.
   */
  resolve(from: string, relative: string): string;
}

/** A file that cannot be read, for a reason that the planner can do something about. */
export class Unreadable extends Error {
  override readonly name = 'Unreadable';
}

/** A reader where there are no files, as for a text that was typed in. */
export const NO_FILES: Reader = {
  read: () => {
    throw new Unreadable('cannot be read: no other files can be reached here');
  },
  resolve: (_, relative) => relative,
};
