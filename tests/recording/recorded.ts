/** Recorded days for tests: of a story, and of any model. */
import { MeasuredDay } from '../../engine/experiment/measured-day.ts';
import { compile } from '../../engine/model/compile.ts';
import type { Model } from '../../engine/model/model.ts';
import { Recording } from '../../engine/recording/recording.ts';
import { Simulation } from '../../engine/simulation/simulation.ts';
import { Statistics } from '../../engine/statistics/statistics.ts';
import { type Coming, storyScenario } from '../simulation/story.ts';

export function recorded(model: Model, seed: string, replication = 0) {
  const recording = new Recording();
  const statistics = new Statistics(model);
  new Simulation(model, seed, new MeasuredDay(model, statistics, recording)).run(replication);
  return { model, recording, figures: statistics.figures };
}

/** The figures of the same day without a recording. */
export function unrecorded(model: Model, seed: string, replication = 0) {
  const statistics = new Statistics(model);
  new Simulation(model, seed, new MeasuredDay(model, statistics)).run(replication);
  return statistics.figures;
}

export function recordedStory(changes: readonly string[], coming: readonly Coming[]) {
  const list = coming.map(({ at, profile = null, matters = [], party }) => ({
    time: at * 60,
    profile,
    matters: [...matters],
    ...(party !== undefined && { party }),
  }));
  return recorded(compile(storyScenario(changes), { traces: { list } }), 'story');
}
