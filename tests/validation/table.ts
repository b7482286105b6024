/**
 * Prints the table of docs/science.md: known results beside what the engine makes of them, with the scenarios and
 * replications of the tests of theory. Run it with: node tests/validation/table.ts
 */
import type { Measure, Results } from '../../engine/experiment/results.ts';
import { birthDeath, busyMtGInf, erlangB, waitMG1, waitMMc, waitsCobham } from './known-results.ts';
import { figure, simulate, theory } from './simulate.ts';

interface Row {
  readonly model: string;
  readonly result: string;
  readonly measure: string;
  readonly scope?: Measure['scope'];
  readonly expected: number;
}

/** Rows by the scenario that they are read from, and its replications. */
type Run = readonly [scenario: string, replications: number, ...rows: Row[]];

const CLERK = { role: 'clerk' };
const [urgent = 0, other = 0] = waitsCobham([0.3, 0.3], 1);
const full = birthDeath(
  5,
  () => 2,
  (n) => Math.min(n, 2),
);
const reneging = birthDeath(
  200,
  () => 3,
  (n) => Math.min(n, 3) + Math.max(0, n - 3) / 2,
);
const waitingIn = (share: readonly number[], servers: number): number =>
  share.reduce((sum, p, n) => sum + p * Math.max(0, n - servers), 0);
const lost = erlangB(4, 3);

const RUNS: readonly Run[] = [
  [
    'mm1',
    50,
    row('M/M/1, ρ = 0.6', 'mean wait ρ/(μ(1 − ρ))', 'wait.mean', waitMMc(1, 0.6, 1)),
    row('', '0.9 quantile of the wait, ln(10 ρ)/(μ(1 − ρ))', 'wait.p90', Math.log(6) / 0.4),
    row('', "mean queue, by Little's law", 'queue.length', 0.6 * waitMMc(1, 0.6, 1)),
    row('', 'use ρ', 'role.utilisation', 0.6, CLERK),
  ],
  ['mmc', 32, row('M/M/3, ρ = 0.7', 'mean wait, Erlang C', 'wait.mean', waitMMc(3, 2.1, 1))],
  ['md1', 26, row('M/D/1, ρ = 0.6', 'mean wait, Pollaczek and Khinchine', 'wait.mean', waitMG1(0.6, 1, 0))],
  [
    'mg1',
    60,
    row('M/G/1, lognormal, cv 1.2', 'mean wait, Pollaczek and Khinchine', 'wait.mean', waitMG1(0.6, 1, 1.2)),
  ],
  [
    'mmck',
    15,
    row(
      'M/M/2/5, offered load 2',
      'mean wait of those accepted',
      'wait.mean',
      waitingIn(full, 2) / (2 * (1 - full[5])),
    ),
    row('', 'share turned away', 'turnedAway.share', full[5]),
  ],
  [
    'erlang-b',
    16,
    row('M/G/4/4, gamma, offered load 3', 'share turned away, Erlang B', 'turnedAway.share', lost),
    row('', 'use', 'role.utilisation', (3 * (1 - lost)) / 4, CLERK),
  ],
  [
    'erlang-a',
    25,
    row(
      'M/M/3+M, offered load 3 (Erlang A)',
      'share that leaves',
      'left.share',
      waitingIn(reneging, 3) / 2 / 3,
    ),
    row('', 'mean queue', 'queue.length', waitingIn(reneging, 3)),
  ],
  [
    'priorities',
    55,
    row('Two priorities, one clerk', 'mean wait of the first class, Cobham', 'wait.mean', urgent, {
      agency: 'u',
    }),
    row('', 'mean wait of the second', 'wait.mean', other, { agency: 'a' }),
  ],
  [
    'tandem',
    50,
    row('Two queues in a row', 'mean wait at the first', 'wait.mean', waitMMc(1, 0.6, 0.8)),
    row('', 'mean wait at the second, Burke', 'handOver.wait', waitMMc(1, 0.6, 1)),
  ],
  [
    'mtginf',
    4000,
    ...[8, 10, 12, 15].map((hour, k) =>
      row(
        k === 0 ? 'M(t)/G/∞, lognormal' : '',
        `share of 60 clerks busy from ${hour} to ${hour + 1}, Eick, Massey and Whitt`,
        'role.utilisation',
        busyMtGInf(hour) / 60,
        { ...CLERK, hour },
      ),
    ),
  ],
  ['pooled', 30, row('Two clerks, pooled', 'mean wait, M/M/2', 'wait.mean', waitMMc(2, 1.2, 1))],
  ['dedicated', 30, row('Two clerks, dedicated', 'mean wait, M/M/1', 'wait.mean', waitMMc(1, 0.6, 1))],
];

function row(
  model: string,
  result: string,
  measure: string,
  expected: number,
  scope: Measure['scope'] = {},
): Row {
  return { model, result, measure, scope, expected };
}

function line(results: Results, { model, result, measure, scope, expected }: Row): string {
  const { mean, halfWidth } = figure(results, measure, scope);
  const off = `${(((mean - expected) / expected) * 100).toFixed(2)} %`.replace('-', '−');
  const simulated = `${mean.toFixed(4)} ± ${halfWidth.toFixed(4)}`;
  return `| ${model} | ${result} | \`${measure}\` | ${expected.toFixed(4)} | ${simulated} | ${off} |`;
}

console.log('| System | Result | Measure | Expected | Simulated | Off by |\n|---|---|---|---|---|---|');
for (const [scenario, replications, ...rows] of RUNS) {
  const results = await simulate(theory(scenario), replications);
  for (const each of rows) console.log(line(results, each));
}
