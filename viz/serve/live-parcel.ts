/** The parcel of a page that is being served: made anew when one of its files has been saved, and told of to the pages. */
import { unwatchFile, watchFile } from 'node:fs';
import type { Packed } from './parcel-of.ts';

/**
 * In milliseconds. Files are looked at by the clock rather than watched by the system: that works over networks and in
 * containers, and when an editor puts another file in the place of the old one.
 */
const LOOK_EVERY = 250;
/** After the last change, so that all files of one save are there. */
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
  private watched: readonly string[] = [];
  private timer: NodeJS.Timeout | undefined;

  constructor(make: () => Made, onChange: () => void) {
    this.make = make;
    this.onChange = onChange;
    this.current = this.look();
  }

  get answer(): Answer {
    return this.current;
  }

  close(): void {
    clearTimeout(this.timer);
    this.watch([]);
  }

  private look(): Answer {
    try {
      const { packed, problems } = this.make();
      this.watch(packed.files);
      return problems === null ? { ok: true, json: JSON.stringify(packed.parcel) } : { ok: false, problems };
    } catch (thrown) {
      return { ok: false, problems: thrown instanceof Error ? thrown.message : String(thrown) };
    }
  }

  private watch(files: readonly string[]): void {
    for (const file of this.watched) if (!files.includes(file)) unwatchFile(file, this.changed);
    for (const file of files) {
      if (!this.watched.includes(file)) watchFile(file, { interval: LOOK_EVERY }, this.changed);
    }
    this.watched = files;
  }

  private readonly changed = (): void => {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      const before = JSON.stringify(this.current);
      this.current = this.look();
      if (JSON.stringify(this.current) !== before) this.onChange();
    }, SETTLED);
  };
}
