import { describe, expect, it } from 'vitest';
import { fileName } from '../../../viz/export/save.ts';

describe('a file name', () => {
  it('has small letters, digits and dashes alone, whatever the scenario is called', () => {
    expect(fileName(['Pori, Porin Leijona', 'waits', '0'], 'csv')).toBe('pori-porin-leijona-waits-0.csv');
    expect(fileName(['Åbo ä/ö'], 'svg')).toBe('abo-a-o.svg');
    expect(fileName(['../../<img onerror>\u202e'], 'png')).toBe('img-onerror.png');
    expect(fileName(['…'], 'csv')).toBe('aula.csv');
    expect(fileName(['x'.repeat(10_000)], 'csv').length).toBeLessThan(100);
  });
});
