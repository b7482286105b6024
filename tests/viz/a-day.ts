/** A design of a scenario file, and the replay of one of its days, as the page gets them. */

import { nodeReader } from '../../engine/cli/node-reader.ts';
import { type Design, designOf, modelOf } from '../../engine/experiment/design.ts';
import { load } from '../../engine/scenario/load.ts';
import { replayOf } from '../../viz/engine/record-day.ts';
import { ReplayRecorder } from '../../viz/engine/replay-recorder.ts';
import type { ReplayDay } from '../../viz/replay/replay-day.ts';

export function designIn(file: string): Design {
  const loaded = load(file, nodeReader);
  if (!loaded.ok) throw new Error(`${file} is not right`);
  return designOf(loaded.scenario, loaded);
}

export function dayOf(design: Design, replication = 0, seed = '1'): ReplayDay {
  const { day, measures } = new ReplayRecorder(modelOf(design), seed).record(replication);
  return replayOf(design, replication, day, measures);
}
