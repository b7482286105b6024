/** The command to copy is the command that would do it, in any shell. */
import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { asSaved, commandOf } from '../../../viz/header/command.ts';

const shown = { seed: '1', replications: 200, replication: 4, selected: null };
const files = (name: string) => ({ kind: 'files' as const, name, entry: name, texts: {}, resolved: {} });

describe('the command', () => {
  it('runs the same days', () => {
    expect(commandOf(files('scenarios/pori.yaml'), shown)).toBe('aula run scenarios/pori.yaml -s 1 -n 200');
  });

  it('tells the selected conflict', () => {
    expect(commandOf(files('a.yaml'), { ...shown, selected: { kind: 'conflict', index: 0 } })).toBe(
      'aula explain a.yaml -s 1 -r 4 -c 1',
    );
    expect(commandOf(files('a.yaml'), { ...shown, selected: { kind: 'visitor', index: 0 } })).toMatch(
      /^aula run/,
    );
  });

  it('reports a kept run again', () => {
    expect(commandOf({ kind: 'resolved', name: 'kept', text: '' }, shown)).toBe('aula resume kept');
    expect(commandOf({ ...files('kept'), isOfRun: true }, shown)).toBe('aula resume kept');
  });

  it('runs what is tried from the file that it is saved as', () => {
    const kept = { ...files('runs/kept'), entry: 'kept.yaml', isOfRun: true };
    expect(commandOf(asSaved(kept), shown)).toBe('aula run kept-changed.yaml -s 1 -n 200');
    expect(commandOf(asSaved(files('scenarios/pori.yaml')), shown)).toBe(
      'aula run pori-changed.yaml -s 1 -n 200',
    );
    const odd = { ...files('$(touch x)'), entry: '$(touch x).yaml', isOfRun: true };
    expect(commandOf(asSaved(odd), shown)).toBe("aula run '$(touch x)-changed.yaml' -s 1 -n 200");
  });

  it.each(["it's; rm -rf $HOME.yaml", '$(touch x).yaml', '-n', '', 'päivä 1.yaml', 'a\nb'])(
    'passes the name %j as one word',
    (name) => {
      const command = commandOf(files(name), { ...shown, seed: '`id` "' });
      const words = execFileSync('sh', ['-c', `aula() { printf '%s\\0' "$@"; }; ${command}`], {
        encoding: 'utf8',
      });
      const asFile = name.startsWith('-') ? `./${name}` : name;
      expect(words.split('\0').slice(0, -1)).toEqual(['run', asFile, '-s', '`id` "', '-n', '200']);
    },
  );
});
