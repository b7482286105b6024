/** Holds the state of the page, and tells whoever listens what of it has changed. */
import type { Changed, ViewState } from './state.ts';

type Listener = (changed: Changed) => void;

export class Store {
  state: ViewState;
  private readonly listeners = new Set<Listener>();

  constructor(state: ViewState) {
    this.state = state;
  }

  /** Changes parts of the state; nothing is told where they were so already. */
  set(part: Partial<ViewState>): void {
    const changed = new Set<keyof ViewState>();
    for (const key of Object.keys(part) as (keyof ViewState)[]) {
      if (!isSame(this.state[key], part[key])) changed.add(key);
    }
    if (changed.size === 0) return;
    this.state = { ...this.state, ...part };
    this.tell(changed);
  }

  /** Also of what is no part of the state, such as that another day has come from the worker. */
  tell(changed: Changed): void {
    for (const listener of [...this.listeners]) listener(changed);
  }

  /** Returns what ends the listening. */
  listen(listener: Listener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }
}

function isSame(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (typeof one !== 'object' || typeof other !== 'object') return false;
  return JSON.stringify(one) === JSON.stringify(other);
}
