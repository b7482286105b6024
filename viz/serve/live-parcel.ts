/** The parcel of a page that is being served: made anew when one of its files has been saved, and told of to the pages. */
import { statSync } from 'node:fs';
import type { Packed } from './parcel-of.ts';

/**
 * In milliseconds. Files are looked at by the clock rather than watched by the system: that works over networks and in
 * containers, and when an editor puts another file in the place of the old one. Node's `watchFile` does so too, but takes what
 * it finds at its first look for what was read, and so misses what is saved in between.
 */
const LOOK_EVERY = 250;
/** After a change, so that all files of one save are there. */
const SETTLED = 100;

/** What a page is answered: the parcel as JSON, or what is wrong with the files at the moment. */
export type Answer =
  | { readonly ok: true; readonly json: string }
  | { readonly ok: false; readonly problems: string };

/** What the files come to now. */
export interface Made {
  readonly packed: Packed;
  /** Null where nothing is wrong with them. */
  readonly problems: string | null;
}

export class LiveParcel {
  private readonly make: () => Made;
  private readonly onChange: () => void;
  private current: Answer;
  /** Each file, as it was before it was read. */
  private seen: ReadonlyMap<string, string> = new Map();
  private readonly looking: NodeJS.Timeout;
  private settling: NodeJS.Timeout | undefined;

  constructor(make: () => Made, onChange: () => void) {
    this.make = make;
    this.onChange = onChange;
    this.current = this.look();
    this.looking = setInterval(() => this.notice(), LOOK_EVERY);
  }

  get answer(): Answer {
    return this.current;
  }

  close(): void {
    clearInterval(this.looking);
    clearTimeout(this.settling);
  }

  private look(): Answer {
    try {
      const { packed, problems } = this.read();
      return problems === null ? { ok: true, json: JSON.stringify(packed.parcel) } : { ok: false, problems };
    } catch (thrown) {
      return { ok: false, problems: thrown instanceof Error ? thrown.message : String(thrown) };
    }
  }

  /** Which files there are is known once they have been read: those that are new are read again, after a look at them. */
  private read(): Made {
    let files: readonly string[] = [...this.seen.keys()];
    for (;;) {
      this.seen = new Map(files.map((file) => [file, stateOf(file)]));
      const made = this.make();
      files = made.packed.files;
      if (files.every((file) => this.seen.has(file))) return made;
    }
  }

  private notice(): void {
    if (this.settling !== undefined || [...this.seen].every(([file, state]) => stateOf(file) === state))
      return;
    this.settling = setTimeout(() => {
      this.settling = undefined;
      const before = JSON.stringify(this.current);
      this.current = this.look();
      if (JSON.stringify(this.current) !== before) this.onChange();
    }, SETTLED);
  }
}

/** Two states of a file that has been saved in between differ. What is wrong with one is told when it is read. */
function stateOf(file: string): string {
  try {
    const { ino, size, mtimeNs } = statSync(file, { bigint: true });
    return `${ino} ${size} ${mtimeNs}`;
  } catch {
    return '';
  }
}
