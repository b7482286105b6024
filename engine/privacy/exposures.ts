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

/** What an exposure counts for. */
export interface Scene {
  /** Indices; the matter, the space and its type are -1 where there is none. */
  readonly cause: number;
  readonly matter: number;
  readonly space: number;
  readonly type: number;
}

export class Exposures {
  private readonly sheet: Sheet;
  private readonly matterAgency: Int32Array;
  private readonly span: number;
  /** From the figure for all to that of the first of each kind of scope. */
  private readonly offsets: {
    channel: number;
    kind: number;
    cause: number;
    channelCause: number;
    agency: number;
    matter: number;
    type: number;
    space: number;
  };
  private readonly base: number;
  private readonly pairBase: number;
  /** By space that is in a pair, and by the space from which it is perceived: the pair, or -1. */
  private readonly pairs: (Int32Array | undefined)[];
  private readonly channelOf = Int32Array.from(KIND_IDS, (kind) => CHANNELS.indexOf(KINDS[kind]));

  constructor(model: Model, sheet: Sheet) {
    this.sheet = sheet;
    this.matterAgency = model.matterAgency;
    const { layout } = sheet;
    this.base = layout.offset('exposureTime', 'all');
    this.span = layout.span('privacy');
    const from = (scope: Parameters<typeof layout.offset>[1]) =>
      layout.offset('exposureTime', scope) - this.base;
    this.offsets = {
      channel: from('channel'),
      kind: from('kind'),
      cause: from('cause'),
      channelCause: from('channelCause'),
      agency: from('agency'),
      matter: from('matter'),
      type: from('spaceType'),
      space: from('space'),
    };
    this.pairBase = layout.offset('pairExposureTime', 'pair');
    const spaces = model.ids.spaces.length;
    this.pairs = new Array(spaces).fill(undefined);
    model.pairs.forEach(([space, other], pair) => {
      const row = this.pairs[space] ?? new Int32Array(spaces).fill(-1);
      row[other] = pair;
      this.pairs[space] = row;
    });
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
    const { base, offsets } = this;
    const channel = this.channelOf[kind];
    this.addAt(base, exposure, understood, conflicts);
    this.addAt(base + offsets.channel + channel, exposure, understood, conflicts);
    this.addAt(base + offsets.kind + kind, exposure, understood, conflicts);
    this.addAt(base + offsets.cause + cause, exposure, understood, conflicts);
    const channelCause = channel * CAUSES.length + cause;
    this.addAt(base + offsets.channelCause + channelCause, exposure, understood, conflicts);
    if (matter >= 0) {
      this.addAt(base + offsets.matter + matter, exposure, understood, conflicts);
      this.addAt(base + offsets.agency + this.matterAgency[matter], exposure, understood, conflicts);
    }
    if (type >= 0) this.addAt(base + offsets.type + type, exposure, understood, conflicts);
    if (space >= 0) this.addAt(base + offsets.space + space, exposure, understood, conflicts);
  }

  /** To one scope: the figures follow each other, all of a scope at the same place within each. */
  private addAt(at: number, exposure: number, understood: number, conflicts: number): void {
    const { span } = this;
    const { row } = this.sheet;
    row[at] += exposure;
    row[at + span] += understood;
    row[at + 2 * span] += conflicts;
  }

  /** The pair of a space and another from which it is perceived; -1 where they are none. */
  pairOf(space: number, other: number): number {
    return space < 0 || other < 0 ? -1 : (this.pairs[space]?.[other] ?? -1);
  }

  /** Adds the same seconds to a pair, or to none. */
  addToPair(pair: number, exposure: number): void {
    if (pair >= 0) this.sheet.row[this.pairBase + pair] += exposure;
  }
}
