/** A page that is being served hears of each time its files are saved, and shows them as they are then. */
import type { Remote } from 'comlink';
import type { ServedEngine } from '../engine/worker.ts';
import type { Parcel } from '../parcel.ts';
import type { OpenDesign } from './designs.ts';
import { receiveParcel, WrongFiles } from './receive-parcel.ts';

/** What the designs of a parcel came to. */
export type Opened =
  | { readonly ok: true; readonly parcel: Parcel; readonly designs: readonly OpenDesign[] }
  | { readonly ok: false; readonly problems: string };

/** Receives the parcel and opens all its designs; one that is wrong leaves the engine the one that it had before. */
export async function openDesigns(engine: Remote<ServedEngine>): Promise<Opened> {
  let parcel: Parcel;
  try {
    parcel = await receiveParcel();
  } catch (thrown) {
    if (thrown instanceof WrongFiles) return { ok: false, problems: thrown.message };
    throw thrown;
  }
  const designs: OpenDesign[] = [];
  for (const [index, source] of parcel.designs.entries()) {
    const opened = await engine.open(index, source);
    if (!opened.ok) return { ok: false, problems: opened.problems };
    designs.push({ house: opened.house, source });
  }
  return { ok: true, parcel, designs };
}

/** Calls for each saving, one call at a time, and once more if there were others meanwhile. */
export function listenToSaving(act: () => Promise<unknown>): void {
  let isBusy = false;
  let isDue = false;
  const source = new EventSource('changes');
  const saved = async () => {
    isDue = true;
    if (isBusy) return;
    isBusy = true;
    try {
      while (isDue) {
        isDue = false;
        await act();
      }
    } finally {
      isBusy = false;
    }
  };
  source.addEventListener('saved', saved);
  // What was saved while the connection was lost has not been told.
  let isAgain = false;
  source.addEventListener('open', () => {
    if (isAgain) void saved();
    isAgain = true;
  });
}
