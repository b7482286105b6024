/** The conflicts of one day, as a user meets them. */
import { describe, expect, it } from 'vitest';
import { explain } from '../../engine/cli/explain.ts';
import { directoryWith, ended, HEARD, SMALL } from './small-designs.ts';

const at = directoryWith({
  'small.yaml': SMALL,
  'heard.yaml': HEARD,
  'busy.yaml':
    'aula: 1\nname: Busy\nextends: heard.yaml\nroles: { adviser: { count: 3 } }\narrivals: { all: { rate: 20 /h } }\n',
  'nowhere.yaml': 'aula: 1\nname: No floor\nextends: heard.yaml\nfloor: null\n',
});

const run = (file: string, conflict?: number) =>
  ended(async (io) =>
    explain(at(file), { seed: '1', replication: 0, ...(conflict !== undefined && { conflict }) }, io),
  );

describe('aula explain', () => {
  it('lists conflicts, and tells each of them', async () => {
    const { code, out } = await run('busy.yaml');
    expect([code, out]).toEqual([0, expect.stringMatching(/^\d+ conflicts, the gravest first\n/)]);
    expect((await run('busy.yaml', 1)).out).toMatch(/longest\s+from\s+[\s\S]*\sm\s+away/);
  });

  it('says whether it is limits or a floor that is missing', async () => {
    await expect(run('small.yaml')).rejects.toThrow(/small\.yaml: no sensitivity has a limit$/);
    await expect(run('nowhere.yaml')).rejects.toThrow(
      /nowhere\.yaml: there is no floor to hear and see over$/,
    );
  });
});
