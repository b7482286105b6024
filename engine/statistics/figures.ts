/**
 * The figures of one replication, all in one row of numbers: sums, counts and time integrals from which every
 * measure is computed, none of them a quotient. Figures of one group are kept for the same kinds of scopes
 * and lie one span apart, so that an observer finds the slot of a scope once and adds to several figures.
 */
import type { Ids } from '../model/model.ts';
import { type ScopeKind, scopeCount } from './scopes.ts';

interface Group {
  readonly scopes: readonly ScopeKind[];
  readonly figures: readonly string[];
}

/** All times are in seconds. */
export const GROUPS = {
  /** Of services begun: the wait before, and whether it was within the service level. */
  waits: {
    scopes: ['all', 'agency', 'matter', 'hour', 'agencyHour'],
    figures: ['waits', 'waitTime', 'waitsInTime'],
  },
  /** Services and hand-overs; `placed` are both where they took a space, `fellBack` those in a wrong one. */
  services: {
    scopes: ['all', 'agency', 'matter'],
    figures: [
      'services',
      'servicesDone',
      'serviceTime',
      'placed',
      'fellBack',
      'handOvers',
      'handOverWaitTime',
    ],
  },
  /** `waitings` are stretches of waiting for anything; `queueIntegral` is visitors × seconds, over `openTime`. */
  queues: {
    scopes: ['all', 'agency'],
    figures: ['queueIntegral', 'openTime', 'queueMost', 'waitings', 'waitingTime', 'standingTime'],
  },
  visits: {
    scopes: ['all', 'agency'],
    figures: [
      'arrived',
      'served',
      'reneged',
      'balked',
      'sentHome',
      'unfinished',
      'returning',
      'stayTime',
      'mattersBrought',
      'allDone',
    ],
  },
  house: {
    scopes: ['all'],
    figures: ['turnedAwayFull', 'turnedAwayClosed', 'noShows', 'mostInside', 'waitingTimeObserved'],
  },
  inside: { scopes: ['all', 'hour'], figures: ['insideIntegral', 'insideTime'] },
  /** In the order of the CLERK states. */
  clerkStates: {
    scopes: ['role'],
    figures: [
      'offTime',
      'freeTime',
      'backOfficeTime',
      'preparingTime',
      'servingTime',
      'afterWorkTime',
      'breakTime',
      'assistingTime',
    ],
  },
  clerks: { scopes: ['role'], figures: ['roleServices', 'overtime'] },
  clerkUse: { scopes: ['role', 'roleHour'], figures: ['busyTime', 'dutyTime'] },
  experts: { scopes: ['all', 'role'], figures: ['expertTime', 'expertOnlyTime'] },
  spaces: { scopes: ['spaceType', 'spaceTypeHour'], figures: ['occupiedTime', 'usableTime'] },
  /**
   * Of private matters: person-seconds in which somebody without a right to it could perceive them; of talk, weighted by
   * what is understood too; and the conflicts.
   */
  privacy: {
    scopes: ['all', 'channel', 'kind', 'cause', 'channelCause', 'agency', 'matter', 'spaceType', 'space'],
    figures: ['exposureTime', 'understoodTime', 'conflicts'],
  },
  /** From where it is perceived. */
  pairs: { scopes: ['pair'], figures: ['pairExposureTime'] },
  /** Expected threats, and their sum of seconds until help is there. */
  safety: { scopes: ['all', 'spaceType'], figures: ['incidents', 'helpTime'] },
} as const satisfies Record<string, Group>;

export type GroupName = keyof typeof GROUPS;
export type Figure = (typeof GROUPS)[GroupName]['figures'][number];

/** Where in the row each figure lies, for one model. */
export class Layout {
  readonly ids: Ids;
  /** Length of the row. */
  readonly size: number;
  private readonly bases = new Map<string, number>();
  private readonly offsets = new Map<string, number>();
  private readonly spans = new Map<string, number>();

  constructor(ids: Ids) {
    this.ids = ids;
    let size = 0;
    for (const [name, group] of Object.entries(GROUPS) as [string, Group][]) {
      const span = group.scopes.reduce((sum, scope) => sum + scopeCount(scope, ids), 0);
      this.spans.set(name, span);
      for (const figure of group.figures) {
        this.bases.set(figure, size);
        let at = size;
        for (const scope of group.scopes) {
          this.offsets.set(`${figure} ${scope}`, at);
          at += scopeCount(scope, ids);
        }
        size += span;
      }
    }
    this.size = size;
  }

  /** From one figure of a group to the next. */
  span(group: GroupName): number {
    return this.spans.get(group) ?? 0;
  }

  /** Where a figure begins, whatever its first kind of scope. */
  base(figure: Figure): number {
    return this.bases.get(figure) ?? 0;
  }

  /** Where the scopes of a kind begin; throws where the figure is not kept for that kind. */
  offset(figure: Figure, scope: ScopeKind): number {
    const offset = this.offsets.get(`${figure} ${scope}`);
    if (offset === undefined) throw new Error(`the figure ${figure} is not kept by ${scope}`);
    return offset;
  }
}
