/**
 * Trials of changes: opens designs with changes in them, makes days of any of them, and sets two against each other by the
 * days of both, which have the same visitors. Several workers make days; the sums are kept by one of them.
 */
import { DayMaker } from '../../engine/experiment/day-maker.ts';
import type { Days } from '../../engine/experiment/days.ts';
import { type Design, modelOf } from '../../engine/experiment/design.ts';
import { type Path, pathText } from '../../engine/scenario/finding.ts';
import type { DesignSource } from '../parcel.ts';
import { type Change, keyOf } from '../try/change.ts';
import { changedSource } from './changed-source.ts';
import { type House, houseOf } from './house.ts';
import { openDesign } from './open-design.ts';
import { type TrialFigures, TrialSums } from './trial-sums.ts';

export interface TrialOpened {
  /** Null where the changes make no design that can be simulated. */
  readonly house: House | null;
  /** With the changes written into it. */
  readonly source: DesignSource;
  /** By the key of a change: what is wrong with it; under the empty key what is of none. */
  readonly problems: Readonly<Record<string, string>>;
  readonly warnings: string;
}

export class Trials {
  private readonly designs = new Map<number, Design>();
  private readonly makers = new Map<number, DayMaker>();
  private readonly sums = new TrialSums();

  /** Opens a design with changes under a number of its own; it is kept until it is to be forgotten. */
  open(id: number, given: DesignSource, changes: readonly Change[]): TrialOpened {
    const written = given.kind === 'files' ? changedSource(given, changes) : null;
    const { source, refused, paths } = written ?? { source: given, refused: {}, paths: NOTHING };
    const opened = openDesign(source);
    if (!opened.ok) {
      const problems: Record<string, string> = { ...refused };
      for (const { finding } of opened.findings) {
        const text = pathText(finding.path);
        const owner = changes
          .map(keyOf)
          .find((key) =>
            paths[key]?.some((path) => isAbove(path, finding.path) || isAbove(finding.path, path)),
          );
        const said = `${text} ${finding.message}`;
        const before = problems[owner ?? ''];
        problems[owner ?? ''] = before === undefined ? said : `${before}\n${said}`;
      }
      return { house: null, source, problems, warnings: '' };
    }
    this.makers.delete(id);
    this.designs.set(id, opened.design);
    const house = houseOf(modelOf(opened.design), opened.warnings);
    return { house, source, problems: refused, warnings: opened.warnings };
  }

  /** Days [from, to) of a design that has been opened here. */
  days(id: number, seed: string, from: number, to: number): Days {
    let maker = this.makers.get(id);
    if (maker === undefined) {
      maker = new DayMaker(modelOf(this.design(id)), seed);
      this.makers.set(id, maker);
    }
    return maker.make(from, to, () => false);
  }

  /** Takes days of a design in any order. */
  add(id: number, days: Days): void {
    this.sums.add(id, days);
  }

  /** The figures of two designs after the first so many days, which have been added. */
  figures(base: number, changed: number, seed: string, days: number): TrialFigures {
    const of = (id: number) => ({ id, design: this.design(id) });
    return this.sums.figures(of(base), of(changed), seed, days);
  }

  /** Lets go of a design and its days. */
  forget(id: number): void {
    this.designs.delete(id);
    this.makers.delete(id);
    this.sums.forget(id);
  }

  private design(id: number): Design {
    const design = this.designs.get(id);
    if (design === undefined) throw new Error(`there is no trial ${id}`);
    return design;
  }
}

const NOTHING: Readonly<Record<string, readonly Path[]>> = {};

const isAbove = (path: Path, other: Path): boolean => path.every((step, k) => other[k] === step);
