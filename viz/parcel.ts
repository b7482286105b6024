/**
 * What a page of the viewer is given to show: whole scenario texts, never figures alone, so that the page can simulate any
 * of its days again. It is served as JSON on loopback, and lies inside a shared file.
 */

/** A version of the form below; a page refuses another. */
export const PARCEL = 1;

export interface Parcel {
  readonly aulaView: typeof PARCEL;
  /** Of the program that made it. */
  readonly version: string;
  /** The designs to look at; the first is the one that others are compared with. At least one. */
  readonly designs: readonly DesignSource[];
  readonly seed: string;
  /** How many days there are to choose from. */
  readonly replications: number;
  /** Whether the page is served by a program that tells when a file is saved. */
  readonly isLive: boolean;
}

export type DesignSource = FilesSource | ResolvedSource;

/** A scenario file, with all that it extends and reads. */
export interface FilesSource {
  readonly kind: 'files';
  /** As the command line names it. */
  readonly name: string;
  /** The path of the scenario file, as in `texts`. */
  readonly entry: string;
  /** By path, as messages name it. */
  readonly texts: Readonly<Record<string, string>>;
  /** By `resolutionKey`: the path that a name in a file means. */
  readonly resolved: Readonly<Record<string, string>>;
  /** Whether they lie on no disk, but have been written from what a run directory has kept; `name` is then the directory. */
  readonly isOfRun?: boolean;
}

/** A scenario as a run directory has kept it (`resolvedText`), where it cannot be written as files that read the same. */
export interface ResolvedSource {
  readonly kind: 'resolved';
  readonly name: string;
  readonly text: string;
}

/** Neither can hold a line break in a scenario. */
export const resolutionKey = (from: string, relative: string): string => `${from}\n${relative}`;
