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
  put('panel', state.panel, initial.panel);
  put('lang', state.language, initial.language);
  put('theme', state.theme, initial.theme);
  return parts.toString();
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
