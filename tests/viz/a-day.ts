/** A design of a scenario file, and the replay of one of its days, as the page gets them. */

import { nodeReader } from '../../engine/cli/node-reader.ts';
import { type Design, designOf, modelOf } from '../../engine/experiment/design.ts';
import type { Conflict } from '../../engine/privacy/conflict.ts';
import { load } from '../../engine/scenario/load.ts';
import { PrivacyRecorder } from '../../viz/engine/privacy-recorder.ts';
import { replayOf } from '../../viz/engine/record-day.ts';
import { ReplayRecorder } from '../../viz/engine/replay-recorder.ts';
import { conflictAt } from '../../viz/replay/conflict-table.ts';
import type { DayPrivacy } from '../../viz/replay/day-privacy.ts';
import type { ReplayDay } from '../../viz/replay/replay-day.ts';

export function designIn(file: string): Design {
  const loaded = load(file, nodeReader);
  if (!loaded.ok) throw new Error(`${file} is not right`);
  return designOf(loaded.scenario, loaded);
}

/** With its privacy. */
export function dayOf(design: Design, replication = 0, seed = '1'): ReplayDay & { privacy: DayPrivacy } {
  const model = modelOf(design);
  const { day, measures } = new ReplayRecorder(model, seed).record(replication);
  const privacy = new PrivacyRecorder(model, seed).record(replication);
  return { ...replayOf(design, replication, day, measures), privacy };
}

/** As objects, the gravest first. */
export const conflictsOf = ({ privacy: { conflicts } }: { readonly privacy: DayPrivacy }): Conflict[] =>
  Array.from({ length: conflicts.length }, (_, row) => conflictAt(conflicts, row));
