import { describe, expect, it } from 'vitest';
import { nextSteps } from '../../engine/cli/next-steps.ts';

describe('what to do next', () => {
  const steps = (file: string) =>
    nextSteps([
      [`npx aula run ${file} -n 1000`, 'narrower intervals'],
      ['npx aula check my.yaml', 'after changing a copy of it'],
    ]);

  it('has each command beside what it is for', () => {
    expect(steps('pori.yaml')).toEqual([
      'Next',
      '  npx aula run pori.yaml -n 1000  narrower intervals',
      '  npx aula check my.yaml          after changing a copy of it',
    ]);
  });

  it('has it above where both are wider than a report, and never breaks a command', () => {
    const long = `${'a/long/path/'.repeat(7)}pori.yaml`;
    expect(steps(long)).toEqual([
      'Next',
      `  npx aula run ${long} -n 1000`,
      '    narrower intervals',
      '  npx aula check my.yaml',
      '    after changing a copy of it',
    ]);
    for (const line of steps('scenarios/väestö/a-house-in-pori.yaml')) expect(line.length).toBeLessThan(81);
  });
});
