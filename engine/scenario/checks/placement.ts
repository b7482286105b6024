/**
 * With a floor plan, every space needs its place on it. Whether it can be reached is for the floor's own
 * computation of ways, which reports findings of the same kind.
 */
import { error, type Finding, type Path, warning } from '../finding.ts';
import type { Scenario } from '../schema.ts';

/** A door may be this far off the outline, in metres: plans are drawn to the centimetre or worse. */
const DOOR_TOLERANCE = 0.05;
/** Spaces that share less than this are taken to touch, in metres. */
const OVERLAP_TOLERANCE = 0.01;

/** A plan with more overlaps than this has one mistake, not many. */
const MAX_OVERLAPS = 100;

type Space = Scenario['spaces'][string];

interface Box {
  readonly id: string;
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  readonly top: number;
}

export function checkPlacement(scenario: Scenario): Finding[] {
  if (scenario.floor === undefined) return [];
  const boxes: Box[] = [];
  const findings = Object.entries(scenario.spaces).flatMap(([id, space]) => {
    const path = ['spaces', id];
    const { at, size } = space;
    if (at === undefined || size === undefined) {
      const missing = [at === undefined && "'at'", size === undefined && "'size'"]
        .filter(Boolean)
        .join(' and ');
      return [error(path, `is missing: ${missing}, as there is a floor`)];
    }
    const flat = size.findIndex((metres) => metres <= 0);
    if (flat >= 0) return [error([...path, 'size', flat], `must be above 0, is ${size[flat]}`)];
    const box = { id, left: at[0], right: at[0] + size[0], bottom: at[1], top: at[1] + size[1] };
    boxes.push(box);
    return checkDoor(scenario, space, box, path);
  });
  const { alone, stacked } = stacks(boxes);
  return [...findings, ...stacked, ...overlapping(alone)];
}

function checkDoor(scenario: Scenario, space: Space, box: Box, path: Path): Finding[] {
  const enclosure = [space.type, ...space.timetable.map((entry) => entry.type)]
    .map((type) => scenario.spaceTypes[type])
    .find((type) => type !== undefined && type.use !== 'closed' && /closed$/.test(type.enclosure))?.enclosure;
  if (space.door === undefined) {
    return enclosure === undefined ? [] : [error(path, `is missing: 'door', as its type is ${enclosure}`)];
  }
  const [x, y] = space.door;
  const outside = Math.max(box.left - x, x - box.right, box.bottom - y, y - box.top);
  if (Math.abs(outside) <= DOOR_TOLERANCE) return [];
  const corners = `x ${metres(box.left)} to ${metres(box.right)}, y ${metres(box.bottom)} to ${metres(box.top)}`;
  return [
    error(
      [...path, 'door'],
      `must be on the outline of the space (${corners}), is ${metres(x)}, ${metres(y)}`,
    ),
  ];
}

const metres = (value: number): string => String(Number(value.toFixed(3)));

/** A warning for each rectangle with several spaces on it, of which one stands for all. */
function stacks(boxes: readonly Box[]): { alone: Box[]; stacked: Finding[] } {
  const byRectangle = new Map<string, Box[]>();
  for (const box of boxes) {
    const key = [box.left, box.bottom, box.right, box.top].join(' ');
    byRectangle.set(key, [...(byRectangle.get(key) ?? []), box]);
  }
  const groups = [...byRectangle.values()];
  return {
    alone: groups.map(([first]) => first),
    stacked: groups.flatMap(([first, second, ...others]) => {
      if (second === undefined) return [];
      const more = others.length === 0 ? '' : ` and ${others.length} more`;
      return [
        warning(
          ['spaces', second.id],
          `is on the very same rectangle as the space '${first.id}'${more}: they count as one place, and do not hear each other`,
        ),
      ];
    }),
  };
}

/** A warning for each pair of spaces that lie over one another; sorted by their left sides, and swept. */
function overlapping(boxes: readonly Box[]): Finding[] {
  const sorted = [...boxes].sort((a, b) => a.left - b.left);
  const findings: Finding[] = [];
  for (const [index, box] of sorted.entries()) {
    for (let k = index + 1; k < sorted.length; k++) {
      const other = sorted[k];
      if (other === undefined || other.left > box.right - OVERLAP_TOLERANCE) break;
      if (findings.length >= MAX_OVERLAPS) return findings;
      if (Math.min(box.top, other.top) - Math.max(box.bottom, other.bottom) > OVERLAP_TOLERANCE) {
        findings.push(warning(['spaces', other.id], `overlaps with the space '${box.id}'`));
      }
    }
  }
  return findings;
}
