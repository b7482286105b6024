/** The controls of a trial but for those of places: staff, rules, opening hours, volume, partitions. */

import type { Scenario } from '../../engine/scenario/schema.ts';
import { element } from '../app/element.ts';
import type { Format } from '../words/format.ts';
import { type Change, keyOf } from './change.ts';
import { volumeName } from './change-words.ts';
import { type Draft, draftOf, isNothing } from './draft.ts';
import { button, group, labelled, numberField, Problem, selectField, sync } from './fields.ts';
import { PARTITIONS } from './partitions.ts';
import type { TrialDesk } from './trial-desk.ts';
import { volumesOf } from './volumes.ts';
import type { TryWords } from './words.ts';

export interface ControlContext {
  readonly desk: TrialDesk;
  /** As it is without changes. */
  readonly scenario: Scenario;
  readonly said: TryWords;
  readonly format: Format;
}

export interface Control {
  readonly element: HTMLElement;
  update(draft: Draft): void;
}

/** Sets a control; to what the scenario says, takes its change back. */
export function settle({ desk, scenario }: ControlContext, change: Change): void {
  if (isNothing(change, scenario)) desk.takeBack(keyOf(change));
  else desk.set(change);
}

const MOST_CLERKS = 99;

export function staffControl(context: ControlContext): Control {
  const { desk, scenario, said } = context;
  const rows = Object.entries(scenario.roles).map(([role, { name }], index) => {
    const set = (count: number) => settle(context, { kind: 'clerks', role, count });
    const field = numberField(
      `try-role-${index}`,
      { min: 0, max: MOST_CLERKS, step: 1, required: true },
      set,
    );
    const step = (by: number) => {
      const count = Math.min(MOST_CLERKS, Math.max(0, Number(field.value) + by));
      field.value = String(count);
      set(count);
    };
    const problem = new Problem();
    const less = button('−', () => step(-1), { 'aria-label': `${name} −1` });
    const more = button('+', () => step(1), { 'aria-label': `${name} +1` });
    const made = element('div', {}, labelled(name, field, less, more), problem.element);
    return { role, field, problem, made };
  });
  return {
    element: group(said.staff, true, ...rows.map(({ made }) => made)),
    update({ clerks }) {
      for (const { role, field, problem } of rows) {
        sync(field, String(clerks[role]));
        problem.show(desk.problems[`clerks ${role}`]);
      }
    },
  };
}

/** Minutes that are offered besides what the scenario says. */
const LIMITS = [0, 5, 10, 15, 20, 30];

export function fallbackControl(context: ControlContext): Control {
  const { desk, scenario, said, format } = context;
  const { fallback } = draftOf(scenario, []);
  const limits = [...new Set([...LIMITS, ...(fallback === null ? [] : [fallback])])].sort((a, b) => a - b);
  const options = [
    ...limits.map((minutes) => [String(minutes), said.minutes(format.number(minutes, 1))] as const),
    ['never', said.never] as const,
  ];
  const field = selectField('try-fallback', options, (value) =>
    settle(context, { kind: 'fallback', minutes: value === 'never' ? null : Number(value) }),
  );
  const problem = new Problem();
  return {
    element: group(said.rules, true, labelled(said.fallback, field), problem.element),
    update(draft) {
      sync(field, draft.fallback === null ? 'never' : String(draft.fallback));
      problem.show(desk.problems.fallback);
    },
  };
}

const DAY = 24 * 3600;

/** Null where the day is no day, as in a long horizon. */
export function openingControl(context: ControlContext): Control | null {
  const { desk, scenario, said } = context;
  if (scenario.day.doors.close >= DAY) return null;
  const two = (number: number) => String(number).padStart(2, '0');
  const clock = (seconds: number) =>
    `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}`;
  const shifts = element('input', { type: 'checkbox', id: 'try-shifts', checked: true });
  const field = (id: string) => element('input', { type: 'time', id, step: 300, required: true });
  const open = field('try-open');
  const close = field('try-close');
  const set = () => {
    if (open.value === '' || close.value === '') return;
    settle(context, {
      kind: 'opening',
      open: open.valueAsNumber / 1000,
      close: close.valueAsNumber / 1000,
      shifts: shifts.checked,
    });
  };
  for (const one of [open, close, shifts]) one.addEventListener('change', set);
  const problem = new Problem();
  return {
    element: group(
      said.opening,
      false,
      labelled(said.opens, open),
      labelled(said.closes, close),
      element('div', { class: 'field-check' }, shifts, element('label', { for: shifts.id }, said.shifts)),
      element('p', { class: 'try-hint' }, said.openingHint),
      problem.element,
    ),
    update({ doors }) {
      sync(open, clock(doors.open));
      sync(close, clock(doors.close));
      shifts.checked = desk.find('opening', 'opening')?.shifts ?? shifts.checked;
      problem.show(desk.problems.opening);
    },
  };
}

/** Per cent. */
const VOLUME = { min: 50, max: 200, step: 5 };

export function volumeControl(context: ControlContext): Control | null {
  const { desk, scenario, said, format } = context;
  const volumes = volumesOf(scenario);
  if (volumes.size === 0) return null;
  const slider = (of: string, arrivals: readonly string[], text: string, index: number) => {
    const field = element('input', { type: 'range', id: `try-volume-${index}`, ...VOLUME });
    const output = element('output', { for: field.id });
    const show = () => {
      output.textContent = format.percent(Number(field.value) / 100);
      field.setAttribute('aria-valuetext', output.textContent);
    };
    field.addEventListener('input', () => {
      show();
      settle(context, { kind: 'volume', of, arrivals, factor: Number(field.value) / 100 });
    });
    const problem = new Problem();
    const made = element('div', {}, labelled(text, field, output), problem.element);
    const update = ({ volumes: now }: Draft) => {
      sync(field, String(Math.round(100 * (now[of] ?? 1))));
      show();
      problem.show(desk.problems[`volume ${of}`]);
    };
    return { made, update };
  };
  const all = slider('', [...volumes.values()].flat(), said.allArrivals, 0);
  const each = [...volumes].map(([of, arrivals], k) =>
    slider(of, arrivals, volumeName(of, scenario, said), k + 1),
  );
  const inner = element(
    'details',
    {},
    element('summary', {}, said.byAgency),
    ...each.map(({ made }) => made),
  );
  return {
    element: group(said.volume, false, all.made, ...(volumes.size > 1 ? [inner] : [])),
    update(draft) {
      for (const one of [all, ...each]) one.update(draft);
    },
  };
}

/** Of the types that there are spaces of, where something is talked about. */
export function partitionControl(context: ControlContext): Control | null {
  const { desk, scenario, said } = context;
  const there = new Set(
    Object.values(scenario.spaces).flatMap(({ type, timetable }) => [
      type,
      ...timetable.map((one) => one.type),
    ]),
  );
  const types = Object.entries(scenario.spaceTypes).filter(
    ([id, { use }]) => there.has(id) && (use === 'service' || use === 'greeting'),
  );
  if (scenario.floor === undefined || types.length === 0) return null;
  const rows = types.map(([type, { name }], index) => {
    const options = [
      ['', said.asItIs] as const,
      ...PARTITIONS.map((one) => [one, said.partition[one] ?? one] as const),
    ];
    const field = selectField(`try-partition-${index}`, options, (partition) =>
      partition === ''
        ? desk.takeBack(`partition ${type}`)
        : settle(context, { kind: 'partition', type, partition }),
    );
    const problem = new Problem();
    return { type, field, problem, made: element('div', {}, labelled(name, field), problem.element) };
  });
  return {
    element: group(said.partitions, false, ...rows.map(({ made }) => made)),
    update({ partitions }) {
      for (const { type, field, problem } of rows) {
        sync(field, partitions[type] ?? '');
        problem.show(desk.problems[`partition ${type}`]);
      }
    },
  };
}
