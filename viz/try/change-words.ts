/** A change in a few words, as a planner would say it. */
import type { Scenario } from '../../engine/scenario/schema.ts';
import type { Format } from '../words/format.ts';
import type { Change } from './change.ts';
import type { TryWords } from './words.ts';

export function changeText(change: Change, scenario: Scenario, said: TryWords, format: Format): string {
  const { changed } = said;
  const space = (id: string) => scenario.spaces[id]?.name ?? id;
  const type = (id: string) => scenario.spaceTypes[id]?.name ?? id;
  const metres = (value: number) => format.number(value, 2);
  const limit = (minutes: number | null) =>
    minutes === null ? said.never : said.minutes(format.number(minutes, 1));
  const hours = ({ open, close }: { open: number; close: number }) =>
    `${format.time(open)}–${format.time(close)}`;
  switch (change.kind) {
    case 'clerks': {
      const role = scenario.roles[change.role];
      return changed.clerks(
        role?.name ?? change.role,
        format.number(role?.count ?? 0),
        format.number(change.count),
      );
    }
    case 'fallback': {
      const { fallback } = scenario.policy;
      return changed.fallback(limit(Number.isFinite(fallback) ? fallback / 60 : null), limit(change.minutes));
    }
    case 'opening':
      return changed.opening(hours(scenario.day.doors), hours(change));
    case 'volume':
      return changed.volume(volumeName(change.of, scenario, said), format.number(change.factor, 2));
    case 'partition':
      return changed.partition(type(change.type), said.partition[change.partition] ?? change.partition);
    case 'spaceType':
      return changed.spaceType(space(change.space), type(change.type));
    case 'addSpace':
      return changed.addSpace(change.id, space(change.of));
    case 'removeSpace':
      return changed.removeSpace(space(change.space));
    case 'moveSpace':
      return changed.moveSpace(space(change.space), metres(change.at[0]), metres(change.at[1]));
    case 'moveWall':
      return changed.moveWall(change.wall, metres(change.by[0]), metres(change.by[1]));
    case 'removeWall':
      return changed.removeWall(change.wall);
  }
}

/** Whom a volume is of: an agency, an arrival without one, or all. */
export const volumeName = (of: string, { agencies }: Scenario, said: TryWords): string =>
  of === '' ? said.allVisitors : (agencies[of]?.short ?? agencies[of]?.name ?? of);
