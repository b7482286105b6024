/** What a sweep varies, as it is written on the command line. */
import { describe, expect, it } from 'vitest';
import { gridOf, sizeOf } from '../../engine/experiment/grid.ts';
import { parseVariable } from '../../engine/experiment/vary.ts';

const valuesOf = (text: string) => {
  const variable = parseVariable(`p=${text}`);
  return typeof variable === 'string' ? variable : variable.values;
};

describe('a variable', () => {
  it.each([
    ['2..6', ['2', '3', '4', '5', '6']],
    ['6..4', ['6', '5', '4']],
    ['0..20/5', ['0', '5', '10', '15', '20']],
    ['0..22/10', ['0', '10', '20']],
    ['0.1..0.3/0.1', ['0.1', '0.2', '0.3']],
    ['-5..5/5 dB', ['-5 dB', '0 dB', '5 dB']],
    ['5..15/5%', ['5 %', '10 %', '15 %']],
    ['1,4..6', ['1', '4', '5', '6']],
    ['0,5,10,20,never min', ['0 min', '5 min', '10 min', '20 min', 'never']],
    ['never, 5 min', ['never', '5 min']],
    ['30 s, 1 min', ['30 s', '1 min']],
    ['10,12 /h', ['10 /h', '12 /h']],
    ['dedicated, longest-wait-first', ['dedicated', 'longest-wait-first']],
    ['[booth, room], [room]', ['[booth, room]', '[room]']],
    ['{ lognormal: { mean: 8 min, cv: 1 } }, 8 min', ['{ lognormal: { mean: 8 min, cv: 1 } }', '8 min']],
    ["'a, b', c", ["'a, b'", 'c']],
    ['["a]", b], [c]', ['["a]", b]', '[c]']],
    ["{ name: 'a, } b' }, don't", ["{ name: 'a, } b' }", "don't"]],
    ['08:30,09:00', ['08:30', '09:00']],
    ['null,booth', ['null', 'booth']],
    ['room', ['room']],
  ])('%s is a list of values as a scenario writes them', (text, values) => {
    expect(valuesOf(text)).toEqual(values);
  });

  it('has the path before the first equals sign', () => {
    expect(parseVariable(' roles.adviser.count = 1,2')).toEqual({
      path: 'roles.adviser.count',
      values: ['1', '2'],
    });
  });

  it.each([
    ['p', "'p' does not say what to vary"],
    ['=3', "'=3' does not say what to vary"],
    ['p=', 'p has no values'],
    ['p=1,,2', 'p: a value is missing between commas'],
    ['p=1,2,1', "p has the value '1' twice"],
    ['p=1..5/0', "p: the step of '1..5/0' must be above 0"],
    ['p=1..100000', "p: '1..100000' has more than 1000 values"],
    ['p=[1,2', 'p: a bracket is not closed'],
    [`p=0.${'0'.repeat(120)}1..1`, 'has numbers of more than 15 decimals'],
    ['p\u001b[31m=', 'p<U+001B>[31m has no values'],
    ["p='a", "p: a quote ' is not closed"],
    ['p=30 s, 5, 1 min', 'p: some values have a unit and some have none'],
    ['p=a\nb: c', 'has more than one line'],
  ])('%s is refused', (text, message) => {
    expect(parseVariable(text)).toContain(message);
  });
});

describe('a grid', () => {
  const variables = [
    { path: 'a', values: ['1', '2'] },
    { path: 'b', values: ['x', 'y', 'z'] },
  ];

  it('has every value with every other, the last variable running fastest', () => {
    const points = gridOf(variables).map((point) =>
      point.map(({ path, value }) => `${path}${value}`).join(' '),
    );
    expect(points).toEqual(['a1 bx', 'a1 by', 'a1 bz', 'a2 bx', 'a2 by', 'a2 bz']);
    expect(sizeOf(variables)).toBe(6);
  });
});
