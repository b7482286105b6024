/** What a picture in a file is of: the scenario, and whether with changes that are being tried. */
import type { Context } from '../app/context.ts';
import { words } from './words.ts';

export function shownName({ house, store, designs }: Context): string {
  const { name } = house.scenario;
  return store.state.design === designs.tried ? `${name} ${words(store.state.language).tried}` : name;
}

/** The same with the day, as in `Pori · Day 0 · seed 1`. */
export function shownDay(context: Context): string {
  const { store, day, parcel } = context;
  return `${shownName(context)} · ${words(store.state.language).dayOf(String(day.replication), parcel.seed)}`;
}
