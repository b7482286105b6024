import { describe, expect, it } from 'vitest';
import { picture } from '../../bench/picture.ts';
import { resultWith, speed } from './example-result.ts';

describe('the picture of a result', () => {
  it('shows ours in terms of C++, and follows light and dark', () => {
    const svg = picture(
      resultWith([
        speed('DAY', [600]),
        speed('DAY · C++', [1000], { peer: { of: 'DAY', language: 'C++' } }),
        speed('DAY · SimPy', [20], { peer: { of: 'DAY', language: 'SimPy' } }),
      ]),
    );
    expect(svg).toMatch(/^<svg [\s\S]*<\/svg>$/);
    expect(svg).toContain('>0.60</text>');
    expect(svg.match(/<circle [^>]*class="peer"/g)).toHaveLength(2); // one in the legend
    expect(svg).toContain('prefers-color-scheme: dark');
    expect(svg).toContain('a &lt;fast&gt; one');
  });

  it('has room for a peer however slow, right of the names', () => {
    const left = (simpy: number) => {
      const svg = picture(
        resultWith([
          speed('DAY', [600]),
          speed('DAY · C++', [1000], { peer: { of: 'DAY', language: 'C++' } }),
          speed('DAY · SimPy', [simpy], { peer: { of: 'DAY', language: 'SimPy' } }),
        ]),
      );
      const [, inLegend, ofRow] =
        /class="ours"[\s\S]*?cx="([\d.]+)"[^>]*class="peer"[\s\S]*cx="([\d.]+)"[^>]*class="peer"/.exec(svg) ??
        [];
      expect(Number(inLegend)).toBeGreaterThan(0);
      return Number(ofRow);
    };
    const border = left(10);
    for (const simpy of [6, 3, 1]) expect(left(simpy)).toBeGreaterThanOrEqual(border);
  });

  it('has no line through a figure', () => {
    const anchorOf = (ours: number) => {
      const svg = picture(
        resultWith([
          speed('DAY', [ours]),
          speed('DAY · C++', [1000], { peer: { of: 'DAY', language: 'C++' } }),
        ]),
      );
      return new RegExp(`text-anchor="(\\w+)"[^>]*>\\s*${(ours / 1000).toFixed(2)}<`).exec(svg)?.[1];
    };
    expect([600, 900, 1100].map(anchorOf)).toEqual(['start', 'end', 'start']);
  });

  it('leaves out what was not measured', () => {
    const svg = picture(resultWith([speed('DAY', [600])]));
    expect(svg).not.toContain('<circle');
  });
});
