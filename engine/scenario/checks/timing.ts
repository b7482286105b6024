/**
 * Times of the day must fit together: doors, shifts with their breaks, timetables of spaces, appointments, peaks.
 */
import { error, type Finding, type Path } from '../finding.ts';
import type { Scenario } from '../schema.ts';

/** A shift may begin this much before the doors open: to set up, and for back-office work. */
export const EARLIEST_BEFORE_OPENING = 2 * 3600;
/** A shift may end this much after the doors close: to serve those inside, and to tidy up. */
export const LATEST_AFTER_CLOSING = 3 * 3600;

interface Span {
  readonly from: number;
  readonly to: number;
}

/** Seconds after midnight as `08:05`, or `08:05:30`. */
export function clockText(seconds: number): string {
  const total = Math.round(seconds);
  const parts = [Math.floor(total / 3600), Math.floor(total / 60) % 60, total % 60];
  return parts
    .slice(0, total % 60 === 0 ? 2 : 3)
    .map((part) => String(part).padStart(2, '0'))
    .join(':');
}

const spanText = ({ from, to }: Span): string => `${clockText(from)}–${clockText(to)}`;

export function checkDay({ day }: Scenario): Finding[] {
  const { open, close } = day.doors;
  if (close <= open) {
    const message = `must be after the doors open (${clockText(open)}), is ${clockText(close)}`;
    return [error(['day', 'doors', 'close'], message)];
  }
  const findings: Finding[] = [];
  if (day.end !== undefined && day.end < close) {
    const message = `must not be before the doors close (${clockText(close)}), is ${clockText(day.end)}`;
    findings.push(error(['day', 'end'], message));
  }
  if (day.warmUp >= (day.end ?? close) - open) {
    findings.push(error(['day', 'warmUp'], 'leaves nothing to measure: it is as long as the day'));
  }
  return findings;
}

export function checkShifts(scenario: Scenario): Finding[] {
  const { open, close } = scenario.day.doors;
  if (close <= open) return [];
  return Object.entries(scenario.roles).flatMap(([id, role]) => {
    const shifts = role.shifts ?? [];
    return shifts.flatMap((shift, index) => {
      const path = ['roles', id, 'shifts', index];
      return [...checkShift(shift, { from: open, to: close }, path), ...checkBreaks(shift, path)];
    });
  });
}

function checkShift(shift: Span, hours: Span, path: Path): Finding[] {
  if (shift.to <= shift.from) return [error([...path, 'to'], endsBefore(shift))];
  const shown = `the shift ${spanText(shift)}`;
  const doors = `opening hours (${spanText(hours)})`;
  if (shift.to <= hours.from || shift.from >= hours.to) {
    return [error([...path, 'from'], `${shown} is outside of ${doors}`)];
  }
  const findings: Finding[] = [];
  if (shift.from < hours.from - EARLIEST_BEFORE_OPENING) {
    const most = `${EARLIEST_BEFORE_OPENING / 3600} h`;
    findings.push(error([...path, 'from'], `${shown} begins more than ${most} before ${doors}`));
  }
  if (shift.to > hours.to + LATEST_AFTER_CLOSING) {
    const most = `${LATEST_AFTER_CLOSING / 3600} h`;
    findings.push(error([...path, 'to'], `${shown} ends more than ${most} after ${doors}`));
  }
  return findings;
}

function checkBreaks(
  shift: Span & { readonly breaks: readonly { readonly at: number; readonly length: number }[] },
  path: Path,
): Finding[] {
  if (shift.to <= shift.from) return [];
  const spans = shift.breaks.map(({ at, length }) => ({ from: at, to: at + length }));
  return [
    ...spans.flatMap((span, index) =>
      span.from < shift.from || span.to > shift.to
        ? [
            error(
              [...path, 'breaks', index, 'at'],
              `the break ${spanText(span)} is not within its shift (${spanText(shift)})`,
            ),
          ]
        : [],
    ),
    ...overlaps(spans, (index) => [...path, 'breaks', index, 'at'], 'the break'),
  ];
}

export function checkTimetables(scenario: Scenario): Finding[] {
  return Object.entries(scenario.spaces).flatMap(([id, { timetable }]) => {
    const path = (index: number): Path => ['spaces', id, 'timetable', index];
    const reversed = timetable.flatMap((entry, index) =>
      entry.to <= entry.from ? [error([...path(index), 'to'], endsBefore(entry))] : [],
    );
    return reversed.length > 0
      ? reversed
      : overlaps(timetable, (index) => [...path(index), 'from'], 'the time');
  });
}

export function checkAppointments(scenario: Scenario): Finding[] {
  const { open, close } = scenario.day.doors;
  return Object.entries(scenario.arrivals).flatMap(([id, { appointments }]) => {
    if (appointments === undefined || close <= open) return [];
    const path = ['arrivals', id, 'appointments'];
    if (appointments.to <= appointments.from) return [error([...path, 'to'], endsBefore(appointments))];
    const message = (at: number) =>
      `${clockText(at)} is outside of opening hours (${spanText({ from: open, to: close })})`;
    const { from, to } = appointments;
    return [
      ...(from < open || from >= close ? [error([...path, 'from'], message(from))] : []),
      ...(to > close || to <= open ? [error([...path, 'to'], message(to))] : []),
    ];
  });
}

export function checkPeakTimes(scenario: Scenario): Finding[] {
  return Object.entries(scenario.peaks).flatMap(([id, { from, to }]) =>
    from !== undefined && to !== undefined && to <= from
      ? [error(['peaks', id, 'to'], endsBefore({ from, to }))]
      : [],
  );
}

const endsBefore = ({ from, to }: Span): string => `must be after ${clockText(from)}, is ${clockText(to)}`;

/** A finding at each span that begins before one that began earlier has ended. */
function overlaps(spans: readonly Span[], pathOf: (index: number) => Path, what: string): Finding[] {
  const ordered = spans
    .map((span, index) => ({ ...span, index }))
    .sort((a, b) => a.from - b.from || a.index - b.index);
  const findings: Finding[] = [];
  let last: Span | undefined;
  for (const span of ordered) {
    if (last !== undefined && span.from < last.to) {
      const message = `${what} ${spanText(span)} overlaps with ${spanText(last)}`;
      findings.push(error(pathOf(span.index), message));
    }
    if (last === undefined || span.to > last.to) last = span;
  }
  return findings;
}
