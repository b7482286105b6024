import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { tradeoffJson } from '../../engine/report/tradeoff-json.ts';
import { weighedLimits } from './weighed-limits.ts';

const read = (text: string) => JSON.parse(text) as { points: Record<string, unknown>[] };

describe('waiting against exposure as JSON', () => {
  const report = weighedLimits();
  const { points } = read(tradeoffJson(report));
  const stopped = read(tradeoffJson({ ...report, points: report.points.slice(0, 2) }));

  it('says what was run, and has a row for each limit, with differences from the first', () => {
    expect(read(tradeoffJson(report))).toMatchObject({
      aula: '0.0.0',
      scenario: 'A house',
      seed: 'A house',
      replications: 200,
    });
    expect(points.map(({ fallback }) => fallback)).toEqual([0, 5, 10, 'never']);
    expect(points[0].differences).toBeNull();
    expect(points[3].differences).toContainEqual(
      expect.objectContaining({ measure: 'privacy.exposure', scope: {}, mean: -1200, halfWidth: 90 }),
    );
  });

  it('says that it was stopped early, and has one line a limit', () => {
    expect(stopped).toMatchObject({ stopped: { by: 'interrupt', asked: 4 } });
    expect(tradeoffJson(report).match(/"fallback"/g)).toHaveLength(4);
    expect(
      tradeoffJson(report)
        .split('\n')
        .filter((line) => line.includes('"fallback"')),
    ).toHaveLength(4);
  });

  it('has the keys that its page describes, and no others', () => {
    const page = readFileSync('docs/reference/json.md', 'utf8');
    const section = page.split('\n## ').find((text) => text.startsWith('Waiting against exposure')) ?? '';
    const described = [...section.matchAll(/^\| ((?:`\w+`(?:, )?)+) \|/gm)].flatMap(([, names]) =>
      [...names.matchAll(/\w+/g)].map(([name]) => name),
    );
    expect(described).toEqual([...Object.keys(stopped), ...Object.keys(points[0])]);
  });
});
