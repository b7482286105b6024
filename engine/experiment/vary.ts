/**
 * What a sweep varies, as it is written: `roles.adviser.count=2..6`, `policy.fallback=0,5,10,20,never min`,
 * `matters.*.weight=1..3/0.5`. A path, and its values: numbers, ranges with a step, texts, lists and maps as YAML has them;
 * a unit after the last value goes with all of them.
 */
import { quoted, visible } from '../scenario/visible.ts';

/** Values of one path. */
export interface Variable {
  readonly path: string;
  /** As YAML has them, each as a scenario would write it. */
  readonly values: readonly string[];
}

/** More values of one path are a slip of the pen. */
const MAX_VALUES = 1000;

/** More decimals than a number on a computer has. */
const MAX_DECIMALS = 15;

const NUMBER = '[+-]?(?:\\d+\\.?\\d*|\\.\\d+)';
const RANGE = new RegExp(`^(${NUMBER})\\.\\.(${NUMBER})(?:/(${NUMBER}))?$`);
const PLAIN = new RegExp(`^${NUMBER}$`);
const UNITS = 'min|s|h|d|m|cm|mm|m/s|km/h|/h|/min|/s|/d|dB|%';
const WITH_UNIT = new RegExp(`^(.*?)\\s*(?<![\\w/])(${UNITS})$|^(.*[\\d.])(${UNITS})$`, 's');
const FORM = "write it like 'roles.adviser.count=2..6' or 'policy.fallback=0,5,10,never min'";

/** The variable, or what is wrong with it. */
export function parseVariable(text: string): Variable | string {
  const at = text.indexOf('=');
  const path = text.slice(0, Math.max(0, at)).trim();
  if (at < 0 || path === '') return `${quoted(text)} does not say what to vary; ${FORM}`;
  if (/[\r\n]/.test(text)) return `${quoted(text)} has more than one line`;
  const shown = visible(path);
  const pieces = split(text.slice(at + 1));
  if (typeof pieces === 'string') return `${shown}: ${pieces}`;
  if (pieces.length === 1 && pieces[0] === '') return `${shown} has no values; ${FORM}`;
  const given = withUnits(pieces);
  if (typeof given === 'string') return `${shown}: ${given}`;
  const values: string[] = [];
  for (const one of given) {
    const expanded = expand(one);
    if (typeof expanded === 'string') return `${shown}: ${expanded}`;
    values.push(...expanded);
    if (values.length > MAX_VALUES) return `${shown} has more than ${MAX_VALUES} values`;
  }
  const twice = values.find((value, k) => values.indexOf(value) < k);
  return twice === undefined ? { path, values } : `${shown} has the value ${quoted(twice)} twice`;
}

/** At commas that are in no brackets and no quotes; a quote begins a value, also one within brackets. */
function split(text: string): string[] | string {
  const pieces: string[] = [];
  let depth = 0;
  let quote = '';
  let from = 0;
  for (let k = 0; k < text.length; k++) {
    const character = text[k] ?? '';
    if (quote !== '') {
      if (character === quote) quote = '';
    } else if (/['"]/.test(character) && /(?:^|[[{,:])\s*$/.test(text.slice(from, k))) quote = character;
    else if (/[[{]/.test(character)) depth++;
    else if (/[\]}]/.test(character)) depth--;
    else if (character === ',' && depth === 0) {
      pieces.push(text.slice(from, k).trim());
      from = k + 1;
    }
  }
  pieces.push(text.slice(from).trim());
  if (quote !== '') return `a quote ${quote} is not closed`;
  if (depth !== 0) return 'a bracket is not closed';
  if (pieces.length > 1 && pieces.includes('')) return 'a value is missing between commas';
  return pieces;
}

interface Given {
  readonly text: string;
  readonly unit: string;
}

/** Each with its unit: its own, or the last one's where that is the only one that has any. */
function withUnits(pieces: readonly string[]): Given[] | string {
  const given = pieces.map((piece): Given => {
    const match = WITH_UNIT.exec(piece);
    const text = (match?.[1] ?? match?.[3])?.trim();
    const unit = match?.[2] ?? match?.[4];
    return text === undefined || unit === undefined || text === ''
      ? { text: piece, unit: '' }
      : { text, unit };
  });
  const { unit = '' } = given.at(-1) ?? {};
  const isNumber = ({ text }: Given) => PLAIN.test(text) || RANGE.test(text);
  const own = given.slice(0, -1).filter((one) => one.unit !== '');
  const without = given.filter((one) => one.unit === '' && isNumber(one));
  if (own.length > 0 && without.length > 0 && unit !== '') {
    return 'some values have a unit and some have none; write it with each of them, or once after the last';
  }
  return given.map((one, k): Given => {
    const isLast = k === given.length - 1;
    if (isNumber(one)) return { text: one.text, unit: one.unit === '' ? unit : one.unit };
    // Of a word such as never, the unit is that of the numbers before it; of anything else it is a part.
    if (isLast && unit !== '' && !given.slice(0, -1).some(isNumber))
      return { text: pieces[k] ?? '', unit: '' };
    return { text: one.unit === '' || isLast ? one.text : (pieces[k] ?? ''), unit: '' };
  });
}

/** The values of a range, or the value itself. */
function expand({ text, unit }: Given): string[] | string {
  const written = (number: string) => (unit === '' ? number : `${number} ${unit}`);
  const range = RANGE.exec(text);
  if (range === null) return [PLAIN.test(text) ? written(text) : text];
  const [, from = '', to = '', step = '1'] = range;
  const decimals = Math.max(...[from, to, step].map((number) => number.split('.')[1]?.length ?? 0));
  if (decimals > MAX_DECIMALS) return `${quoted(text)} has numbers of more than ${MAX_DECIMALS} decimals`;
  const width = Number(step);
  if (!(width > 0)) return `the step of ${quoted(text)} must be above 0`;
  const sign = Number(to) < Number(from) ? -1 : 1;
  const count = Math.floor(Math.abs(Number(to) - Number(from)) / width + 1e-9) + 1;
  if (count > MAX_VALUES) return `${quoted(text)} has more than ${MAX_VALUES} values`;
  // Counted in steps, so that 0.1 and again 0.1 is 0.2.
  return Array.from({ length: count }, (_, k) =>
    written(String(Number((Number(from) + sign * k * width).toFixed(decimals)))),
  );
}
