/**
 * Where exposures are added up: seconds in which somebody perceives something private, by kind, cause, matter and place;
 * and the conflicts, where one lasts for as long as the sensitivity allows.
 *
 * Whether somebody who is there is such as must not perceive it, as an acquaintance, is not drawn: its
 * probability is a factor, so that the figures are exact expectations given who was where.
 */
import type { Model } from '../model/model.ts';
import { CAUSES, CHANNELS, KIND_IDS, KINDS } from '../statistics/scopes.ts';
import type { Sheet } from '../statistics/sheet.ts';
import { Pairs } from './pairs.ts';

/** What an exposure counts for. */
export interface Scene {
  /** Indices; the matter, the space and its type are -1 where there is none. */
  readonly cause: number;
  readonly matter: number;
  readonly space: number;
  readonly type: number;
}

/** Seconds, those understood, and conflicts; side by side where they are added up. */
const FIGURES = 3;

export class Exposures {
  private readonly sheet: Sheet;
  /**
   * What the day has so far, in the smallest scopes, by FIGURES: by kind and cause, and from these positions on by matter, by
   * type and by space. The figures of all scopes follow from it in the evening.
   */
  private readonly sums: Float64Array;
  private readonly matters: number;
  private readonly types: number;
  private readonly spaces: number;
  /** By position in the sums: the scopes that it belongs to, by where their first figure is; and from one figure to the next. */
  private readonly scopes: readonly (readonly number[])[];
  private readonly span: number;
  private readonly pairBase: number;
  private readonly pairs: Pairs;

  constructor(model: Model, sheet: Sheet) {
    this.sheet = sheet;
    const { layout } = sheet;
    this.span = layout.span('privacy');
    const at = (scope: Parameters<typeof layout.offset>[1], index = 0) =>
      layout.offset('exposureTime', scope) + index;
    const byCause = KIND_IDS.flatMap((id, kind) => {
      const channel = CHANNELS.indexOf(KINDS[id]);
      return CAUSES.map((_, cause) => [
        at('all'),
        at('channel', channel),
        at('kind', kind),
        at('cause', cause),
        at('channelCause', channel * CAUSES.length + cause),
      ]);
    });
    const { ids, matterAgency } = model;
    const byMatter = ids.matters.map((_, matter) => [
      at('matter', matter),
      at('agency', matterAgency[matter]),
    ]);
    const byType = ids.spaceTypes.map((_, type) => [at('spaceType', type)]);
    const bySpace = ids.spaces.map((_, space) => [at('space', space)]);
    this.scopes = [...byCause, ...byMatter, ...byType, ...bySpace];
    this.sums = new Float64Array(this.scopes.length * FIGURES);
    this.matters = byCause.length;
    this.types = this.matters + byMatter.length;
    this.spaces = this.types + byType.length;
    this.pairBase = layout.offset('pairExposureTime', 'pair');
    this.pairs = new Pairs(model);
  }

  begin(): void {
    this.sums.fill(0);
  }

  /**
   * Adds seconds, and those of them that are understood, each multiplied by people and probabilities; and conflicts by their
   * probability. To all scopes that the scene belongs to.
   */
  add(
    kind: number,
    { cause, matter, space, type }: Scene,
    exposure: number,
    understood: number,
    conflicts: number,
  ): void {
    this.addAt(kind * CAUSES.length + cause, exposure, understood, conflicts);
    if (matter >= 0) this.addAt(this.matters + matter, exposure, understood, conflicts);
    if (type >= 0) this.addAt(this.types + type, exposure, understood, conflicts);
    if (space >= 0) this.addAt(this.spaces + space, exposure, understood, conflicts);
  }

  private addAt(position: number, exposure: number, understood: number, conflicts: number): void {
    const { sums } = this;
    const at = position * FIGURES;
    sums[at] += exposure;
    sums[at + 1] += understood;
    sums[at + 2] += conflicts;
  }

  /** The day is over. */
  end(): void {
    const { sums, scopes, span } = this;
    const { row } = this.sheet;
    for (let position = 0, at = 0; position < scopes.length; position++, at += FIGURES) {
      // A conflict is counted once it is over, and may be of no time if that was counted before.
      if (sums[at] === 0 && sums[at + 2] === 0) continue;
      for (const scope of scopes[position])
        for (let figure = 0; figure < FIGURES; figure++) row[scope + figure * span] += sums[at + figure];
    }
  }

  /** The pair of a space and another from which it is perceived; -1 where they are none. */
  pairOf(space: number, other: number): number {
    return this.pairs.of(space, other);
  }

  /** Adds the same seconds to a pair, or to none. */
  addToPair(pair: number, exposure: number): void {
    if (pair >= 0) this.sheet.row[this.pairBase + pair] += exposure;
  }
}
