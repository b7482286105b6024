/** `aula tradeoff FILE`: runs a scenario with several fall-back limits, waiting against exposure. */
import { designOf } from '../experiment/design.ts';
import { MAX_DESIGNS } from '../experiment/grid.ts';
import { sweep } from '../experiment/sweep.ts';
import { tradeoffPoint, WEIGHED_OF_HOUSE } from '../experiment/tradeoff.ts';
import { tradeoffText } from '../report/terminal/tradeoff.ts';
import { tradeoffJson } from '../report/tradeoff-json.ts';
import type { TradeoffReport } from '../report/tradeoff-report.ts';
import { overridesSource } from '../scenario/overrides.ts';
import { limit } from '../scenario/quantity.ts';
import { quoted } from '../scenario/visible.ts';
import { BadInput } from './bad-input.ts';
import { cachedReader } from './cached-reader.ts';
import { withCrew } from './crew.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import type { Io } from './io.ts';
import { nodeReader } from './node-reader.ts';
import { examine, told } from './prepare.ts';
import { simulateDays } from './simulate-days.ts';
import { VERSION } from './version.ts';
import { checkPage, deliver, writeFile } from './write-files.ts';

export interface TradeoffOptions {
  readonly replications: number;
  readonly seed: string;
  /** All that the machine has where not given. */
  readonly threads?: number;
  /** Limits such as `0`, `10 min` or `never`, with commas between. */
  readonly fallback: string;
  readonly json: boolean;
  readonly html?: string;
}

export async function tradeoffOf(file: string, options: TradeoffOptions, io: Io): Promise<ExitCode> {
  const texts = options.fallback.split(',').map((text) => text.trim());
  const limits = texts.map(limitOf);
  const twice = texts.find((_, k) => limits.indexOf(limits[k]) < k);
  if (twice !== undefined) throw new BadInput(`--fallback has the limit ${quoted(twice)} twice`);
  if (limits.length > MAX_DESIGNS)
    throw new BadInput(`--fallback has ${limits.length} limits, and at most ${MAX_DESIGNS} are run`);
  const { html, json } = options;
  if (html !== undefined) checkPage(html);
  const reader = cachedReader(nodeReader);
  const { prepared } = told(examine(file, null, reader), io);
  if (prepared === null) return EXIT.badInput;
  if (!Object.values(prepared.scenario.matters).some((matter) => matter.fallback !== undefined)) {
    throw new BadInput(`no matter of ${file} has a fallback: there is nothing to weigh`);
  }
  const variants = texts.flatMap((value, k) => {
    const examined = examine(file, overridesSource('--fallback', [{ path: 'fallback', value }]), reader);
    if (examined.prepared === null) told(examined, io);
    return examined.prepared === null ? [] : [{ limit: limits[k], prepared: examined.prepared }];
  });
  if (variants.length < limits.length) return EXIT.badInput;
  const { swept } = await withCrew(options, io, (crew) =>
    sweep(variants, 0, WEIGHED_OF_HOUSE, async (variant) => {
      const design = designOf(variant.prepared.scenario, variant.prepared);
      const results = await simulateDays(design, `fall back: ${variant.limit / 60} min`, options, io, crew);
      return results.isPartial ? null : results;
    }),
  );
  const points = swept.map(tradeoffPoint);
  const isStopped = points.length < limits.length;
  if (isStopped) io.err(`stopped after ${points.length} of ${limits.length} limits\n`);
  if (points.length === 0) return EXIT.interrupted;
  const report: TradeoffReport = {
    version: VERSION,
    scenario: prepared.scenario.name,
    seed: options.seed,
    replications: options.replications,
    asked: limits.length,
    points,
  };
  await deliver(io, json ? tradeoffJson(report) : `${tradeoffText(report, io.colour).join('\n')}\n`, [
    async () => html !== undefined && writeFile(html, await pageOf(report), io),
  ]);
  return isStopped ? EXIT.interrupted : EXIT.fine;
}

/** Pictures are loaded when they are wanted. */
async function pageOf(report: TradeoffReport): Promise<string> {
  const { tradeoffPage } = await import('../report/html/tradeoff-page.ts');
  return tradeoffPage(report);
}

function limitOf(text: string): number {
  const written = text.trim();
  const parsed = limit().safeParse(/^\d+(\.\d+)?$/.test(written) ? Number(written) : written);
  if (parsed.success) return parsed.data;
  throw new BadInput(
    `${quoted(written)} is no fall-back limit; write limits like --fallback '0, 10 min, never'`,
  );
}
