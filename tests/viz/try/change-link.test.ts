/** What is tried as a part of a link: back to the same changes, and nothing else from a link that says nothing of this scenario. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { initialState } from '../../../viz/app/initial-state.ts';
import { fragmentOf, stateOf } from '../../../viz/app/url.ts';
import type { Change } from '../../../viz/try/change.ts';
import { changesIn, LONGEST, linkOf } from '../../../viz/try/change-link.ts';
import { volumesOf } from '../../../viz/try/volumes.ts';
import { designIn } from '../a-day.ts';

const { scenario } = designIn('scenarios/pori.yaml');
const small = designIn('scenarios/theory/mm1.yaml').scenario;
const volumes = volumesOf(scenario);

const CHANGES: readonly Change[] = [
  { kind: 'clerks', role: 'adviser', count: 3 },
  { kind: 'fallback', minutes: 7.5 },
  { kind: 'opening', open: 8.5 * 3600, close: 17 * 3600 + 15, shifts: true },
  { kind: 'volume', of: '', arrivals: [...volumes.values()].flat(), factor: 1.15 },
  { kind: 'volume', of: 'vero', arrivals: volumes.get('vero') ?? [], factor: 0.5 },
  { kind: 'partition', type: 'booth', partition: 'pod A+' },
  { kind: 'spaceType', space: 'd3', type: 'booth' },
  { kind: 'addSpace', id: 'b5', of: 'b4', at: [1.5, 12.2] },
  { kind: 'moveSpace', space: 'b5', at: [2, 12.25] },
  { kind: 'removeSpace', space: 'k4' },
  { kind: 'moveWall', wall: 'back-office', by: [-0.5, 0] },
  { kind: 'removeWall', wall: 'screen-d1' },
];
const link = (changes: readonly Change[]) => linkOf(changes) ?? '';

describe('changes in a link', () => {
  it.each(CHANGES.map((change) => [link([change]), change] as const))('%s', (text, change) => {
    const before: Change[] = change.kind === 'moveSpace' ? [CHANGES[7]] : [];
    expect(changesIn(link([...before, change]), scenario)).toEqual({
      ok: true,
      changes: [...before, change],
    });
    expect(text).not.toBe('');
  });

  it('come back all together through an address', () => {
    const initial = initialState('en', 9 * 3600);
    const fragment = fragmentOf({ ...initial, changes: link(CHANGES) }, initial);
    expect(fragment).toContain('try=clerks:adviser:3~fallback:7.5~opening:0830-170015~');
    expect(decodeURI(fragment)).not.toContain(' ');
    const changes = stateOf(`#${fragment}`).changes ?? '';
    expect(changesIn(changes, scenario)).toEqual({ ok: true, changes: CHANGES });
    expect(changesIn('', scenario)).toEqual({ ok: true, changes: [] });
  });

  it('say the doors alone, and for ever', () => {
    const alone: Change = { kind: 'opening', open: 8 * 3600, close: 17 * 3600, shifts: false };
    expect(link([alone, { kind: 'fallback', minutes: null }])).toBe('opening:0800-1700:doors~fallback:never');
    expect(changesIn(link([alone]), scenario)).toEqual({ ok: true, changes: [alone] });
  });

  it.each([
    'clerks:nobody:3',
    'clerks:adviser',
    'clerks:adviser:-1',
    'clerks:adviser:1.5',
    'clerks:adviser:1e9',
    'clerks:adviser:3:4',
    'clerks:adviser:3~',
    'fallback:soon',
    'fallback:-1',
    'opening:1700-0900',
    'opening:0960-1700',
    'opening:0900',
    'volume:nobody:1.2',
    'volume:vero:0',
    'volume:vero:1000',
    'partition:booth:paper',
    'partition:gone:pod A',
    'spaceType:d3:gone',
    'addSpace:b4:b3:1,1',
    'addSpace:b5:gone:1,1',
    'addSpace:b5:b4:1',
    'addSpace:b5:b4:1,2,3',
    'addSpace:b5:b4:1e9,Infinity',
    'addSpace:<img>:b4:1,1',
    'moveSpace:b5:1,1',
    'removeSpace:k4~moveSpace:k4:1,1',
    'moveWall:gone:1,1',
    'removeWall:__proto__',
    'constructor:a',
    '__proto__:x',
    'nonsense',
    '<script>alert(1)</script>',
  ])('that do not fit are refused with what does not: %s', (text) => {
    const said = changesIn(text, scenario);
    expect(said.ok).toBe(false);
    if (!said.ok) expect(text).toContain(said.part);
  });

  it('of another scenario are refused', () => {
    expect(changesIn('clerks:adviser:3', small).ok).toBe(false);
    expect(changesIn('fallback:5', small).ok).toBe(true);
  });

  it('are no longer than a link may be', () => {
    const many = Array.from(
      { length: 90 },
      (_, k): Change => ({ kind: 'addSpace', id: `copy-of-a-booth-${k}`, of: 'b4', at: [1, k] }),
    );
    expect(linkOf(many)).toBeNull();
    expect(changesIn('x'.repeat(LONGEST + 1), scenario)).toMatchObject({ ok: false });
    expect(changesIn(Array.from({ length: 101 }, () => 'fallback:5').join('~'), scenario).ok).toBe(false);
  });

  it('never throw', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'clerks:adv~0123,.-e<é\u202E_') }), (text) => {
        const said = changesIn(text, scenario);
        if (said.ok) expect(changesIn(link(said.changes), scenario)).toEqual(said);
      }),
    );
  });
});
