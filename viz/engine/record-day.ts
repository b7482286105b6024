/** Makes the replay of a day from its record; its privacy comes after it. */
import type { Design } from '../../engine/experiment/design.ts';
import { modelOf } from '../../engine/experiment/design.ts';
import type { Model } from '../../engine/model/model.ts';
import { EVENT_KIND, type EventTable } from '../../engine/recording/events.ts';
import type { RecordedDay } from '../../engine/recording/recording.ts';
import type { DayMeasures } from '../replay/day-measures.ts';
import { type Ragged, raggedOf } from '../replay/ragged.ts';
import { PRESENT_STRETCH, type ReplayDay } from '../replay/replay-day.ts';
import { floorPlan } from './floor-plan.ts';
import { motionOf } from './motion.ts';

export function replayOf(
  design: Design,
  replication: number,
  day: RecordedDay,
  measures: DayMeasures,
): ReplayDay {
  const model = modelOf(design);
  const { events, visitors } = day;
  const rows = rowsOf(events, visitors.serial);
  const { arrival, departure } = stays(events, rows, visitors.length);
  return {
    replication,
    from: day.from,
    to: day.to,
    events,
    visitors,
    measures,
    arrival,
    departure,
    motion: motionOf(model, design.walking, floorPlan(model), events, rows, visitors.length),
    ofVisitor: eventsBy(rows, visitors.length),
    ofClerk: eventsBy(events.clerk, model.clerks.length),
    ofSpace: eventsBy(spacesOf(events, model), model.spaces.length),
    present: presentBy(day, arrival, departure),
    privacy: null,
  };
}

/** By event: the row of its visitor in the table of visitors, or -1. */
function rowsOf({ visitor, length }: EventTable, serial: Int32Array): Int32Array {
  const last = serial.at(-1) ?? -1;
  const rowOfSerial = new Int32Array(last + 1).fill(-1);
  serial.forEach((one, row) => {
    rowOfSerial[one] = row;
  });
  const rows = new Int32Array(length);
  for (let event = 0; event < length; event++)
    rows[event] = visitor[event] < 0 ? -1 : rowOfSerial[visitor[event]];
  return rows;
}

function stays({ kind, time, length }: EventTable, rows: Int32Array, count: number) {
  const arrival = new Float64Array(count);
  const departure = new Float64Array(count).fill(Number.POSITIVE_INFINITY);
  for (let event = 0; event < length; event++) {
    if (kind[event] === EVENT_KIND.arrives) arrival[rows[event]] = time[event];
    else if (kind[event] === EVENT_KIND.leaves) departure[rows[event]] = time[event];
  }
  return { arrival, departure };
}

function eventsBy(owners: Int32Array, count: number): Ragged {
  const events = new Int32Array(owners.length);
  for (let event = 0; event < events.length; event++) events[event] = event;
  return raggedOf(owners, events, owners.length, count);
}

/** Where services and changes of spaces happen; ways and waits are no event of a space. */
function spacesOf({ kind, space, length }: EventTable, model: Model): Int32Array {
  const { called, starts, ends, space: changes } = EVENT_KIND;
  const spaces = new Int32Array(length).fill(-1);
  for (let event = 0; event < length; event++) {
    const what = kind[event];
    if (what !== called && what !== starts && what !== ends && what !== changes) continue;
    if (space[event] < model.spaces.length) spaces[event] = space[event];
  }
  return spaces;
}

function presentBy({ from, to }: RecordedDay, arrival: Float64Array, departure: Float64Array): Ragged {
  const stretches = Math.max(1, Math.ceil((to - from) / PRESENT_STRETCH));
  const starts = new Int32Array(stretches + 1);
  const visit = (act: (stretch: number, row: number) => void) => {
    for (let row = 0; row < arrival.length; row++) {
      const first = Math.max(0, Math.ceil((arrival[row] - from) / PRESENT_STRETCH));
      for (let k = first; k < stretches && from + k * PRESENT_STRETCH < departure[row]; k++) act(k, row);
    }
  };
  visit((stretch) => {
    starts[stretch + 1]++;
  });
  for (let stretch = 0; stretch < stretches; stretch++) starts[stretch + 1] += starts[stretch];
  const next = starts.slice();
  const values = new Int32Array(starts[stretches]);
  visit((stretch, row) => {
    values[next[stretch]++] = row;
  });
  return { starts, values };
}
