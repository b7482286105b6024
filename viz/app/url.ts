/** The state of the page as the fragment of its address, and back: a link leads to one moment of one person. */
import { HEATS, LANGUAGES, LAYERS, type Selected, SPEEDS, THEMES, type ViewState } from './state.ts';

const KINDS: readonly Selected['kind'][] = ['visitor', 'clerk', 'space', 'conflict'];

/** Without what is as it was at the start. */
export function fragmentOf(state: ViewState, initial: ViewState): string {
  const parts = new URLSearchParams();
  const put = (name: string, value: string, usual: string) => {
    if (value !== usual) parts.set(name, value);
  };
  put('design', String(state.design), String(initial.design));
  put('day', String(state.replication), String(initial.replication));
  if (state.beside !== null) parts.set('beside', String(state.beside));
  put('t', clockText(state.time), clockText(initial.time));
  put('speed', String(state.speed), String(initial.speed));
  if (state.selected !== null) parts.set('sel', `${state.selected.kind}-${state.selected.index}`);
  if (state.stretch !== null) parts.set('from', state.stretch.map(clockText).join('-'));
  put('layers', state.layers.join(' '), initial.layers.join(' '));
  put('heat', state.heat, initial.heat);
  put('try', state.changes, initial.changes);
  put('panel', state.panel, initial.panel);
  put('lang', state.language, initial.language);
  put('theme', state.theme, initial.theme);
  return legible(parts);
}

/** A link to a moment of a person, with what is tried: what somebody else has to see, and nothing of how one likes to see it. */
export function momentLink({
  design,
  replication,
  beside,
  time,
  selected,
  changes,
  panel,
  language,
}: ViewState): string {
  const parts = new URLSearchParams();
  if (design !== 0) parts.set('design', String(design));
  if (replication !== 0) parts.set('day', String(replication));
  if (beside !== null) parts.set('beside', String(beside));
  parts.set('t', clockText(time));
  if (selected !== null) parts.set('sel', `${selected.kind}-${selected.index}`);
  if (changes !== '') parts.set('try', changes);
  if (panel !== '') parts.set('panel', panel);
  parts.set('lang', language);
  return legible(parts);
}

/** What may stand in a fragment as it is, and is easier to read so. */
const legible = (parts: URLSearchParams): string =>
  parts.toString().replace(/%(?:3A|2C|7E)/g, decodeURIComponent);

const LINKED = [
  'design',
  'replication',
  'beside',
  'time',
  'speed',
  'selected',
  'stretch',
  'layers',
  'heat',
  'changes',
  'panel',
  'language',
  'theme',
] as const satisfies readonly (keyof ViewState)[];

/** All that a link holds: what it leaves out is as at the start. */
export function linkedState(fragment: string, initial: ViewState): Pick<ViewState, (typeof LINKED)[number]> {
  const whole = { ...initial, ...stateOf(fragment) };
  return Object.fromEntries(LINKED.map((key) => [key, whole[key]])) as Pick<
    ViewState,
    (typeof LINKED)[number]
  >;
}

/** What of a fragment makes sense; the rest is left out. */
export function stateOf(fragment: string): Partial<ViewState> {
  const parts = new URLSearchParams(fragment.replace(/^#/, ''));
  const text = (name: string) => parts.get(name) ?? '';
  const whole = (name: string) => (/^\d{1,9}$/.test(text(name)) ? Number(text(name)) : undefined);
  const oneOf = <T extends string>(name: string, all: readonly T[]) => all.find((one) => one === text(name));
  const [kind, index] = text('sel').split('-');
  const selectedKind = KINDS.find((one) => one === kind);
  const stretch = text('from').split('-').map(secondsOf);
  const speed = SPEEDS.find((one) => String(one) === text('speed'));
  const found: { [key in keyof ViewState]?: ViewState[key] | undefined } = {
    design: whole('design'),
    replication: whole('day'),
    beside: whole('beside'),
    time: secondsOf(text('t')),
    speed,
    selected:
      selectedKind !== undefined && /^\d{1,9}$/.test(index ?? '')
        ? { kind: selectedKind, index: Number(index) }
        : undefined,
    stretch:
      stretch.length === 2 && stretch[0] !== undefined && stretch[1] !== undefined && stretch[0] < stretch[1]
        ? [stretch[0], stretch[1]]
        : undefined,
    layers: parts.has('layers')
      ? LAYERS.filter((layer) => text('layers').split(' ').includes(layer))
      : undefined,
    heat: oneOf('heat', HEATS),
    // What of them makes sense is for the scenario to say.
    changes: parts.has('try') ? text('try') : undefined,
    panel: /^[a-z-]{1,20}$/.test(text('panel')) ? text('panel') : undefined,
    language: oneOf('lang', LANGUAGES),
    theme: oneOf('theme', THEMES),
  };
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined));
}

/** `09:41:07` for seconds after midnight; hours go on beyond 24. */
export function clockText(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  const two = (number: number) => String(number).padStart(2, '0');
  return `${two(Math.floor(whole / 3600))}:${two(Math.floor(whole / 60) % 60)}:${two(whole % 60)}`;
}

function secondsOf(text: string): number | undefined {
  const match = /^(\d{1,3}):([0-5]\d)(?::([0-5]\d))?$/.exec(text);
  return match === null ? undefined : Number(match[1]) * 3600 + Number(match[2]) * 60 + Number(match[3] ?? 0);
}
