import { describe, expect, it } from 'vitest';
import { failureText } from '../../engine/cli/failure.ts';
import { designOf } from '../../engine/experiment/design.ts';
import { ReplicationError } from '../../engine/experiment/executor.ts';
import { smallScenario } from '../statistics/small-house.ts';

const design = designOf(smallScenario());
const cause = new Error('no such clerk');
const given = { name: 'run', args: ['my house.yaml'] };

describe('a failure of the engine', () => {
  it('names the replication, the seed and the design, and how to see it again', () => {
    const text = failureText(new ReplicationError({ design, seed: "it's 7" }, 41, cause), given);
    expect(text).toContain("replication 41 of seed 'it's 7' has failed: no such clerk");
    expect(text).toContain('Design: Small house, first come first served.');
    expect(text).toContain(`aula run 'my house.yaml' -s 'it'\\''s 7' -n 42 --threads 1`);
    expect(text).toContain(`aula explain 'my house.yaml' -s 'it'\\''s 7' -r 41`);
    expect(text).toContain('failure.test.ts');
  });

  it('of a run that is kept is seen again by going on with it', () => {
    const error = new ReplicationError({ design, seed: '7' }, 41, cause);
    const text = failureText(error, { name: 'resume', args: ['kept'] });
    expect(text).toContain('\n  aula resume kept --threads 1\n');
    expect(text).not.toContain('explain');
    expect(text).not.toContain('-s 7');
  });

  it('of a design that no file stands for is seen again with what was varied', () => {
    const error = new ReplicationError({ design, seed: '7' }, 41, cause);
    const varied = ['--vary', 'roles.clerk.count=1..3', '--vary', 'policy.routing=a b'];
    const text = failureText(error, { name: 'sweep', args: ['a.yaml'], varied });
    expect(text).toContain(
      "\n  aula sweep a.yaml --vary roles.clerk.count=1..3 --vary 'policy.routing=a b' -s 7 -n 42 --threads 1\n",
    );
    expect(text).not.toContain('explain');
  });

  it('in a routing that is compared is not in the day that explain tells', () => {
    const other = { ...design, routing: 'dedicated' } as const;
    const text = failureText(new ReplicationError({ design: other, seed: '7' }, 41, cause), given);
    expect(text).toContain("aula run 'my house.yaml' -s 7 -n 42");
    expect(text).not.toContain('explain');
  });

  it('says which cause the design lacks, whose days are not explained alone', () => {
    const lacking = { ...design, without: 'layout' } as const;
    const text = failureText(new ReplicationError({ design: lacking, seed: '1' }, 0, cause), given);
    expect(text).toContain('first come first served, with every place a closed room');
    expect(text).not.toContain('explain');
  });
});
