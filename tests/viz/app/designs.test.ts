/** What is tried, opened in the engine of the page. */
import type { Remote } from 'comlink';
import { expect, it } from 'vitest';
import { Designs, type OpenDesign } from '../../../viz/app/designs.ts';
import { initialState } from '../../../viz/app/initial-state.ts';
import { Store } from '../../../viz/app/store.ts';
import type { ServedEngine } from '../../../viz/engine/worker.ts';
import type { DesignSource } from '../../../viz/parcel.ts';

const sourceOf = (name: string): DesignSource => ({ kind: 'resolved', name, text: '' });
const house = {} as OpenDesign['house'];

/** Opens one after another, when told to. */
function slowEngine() {
  let has = '';
  const due: (() => void)[] = [];
  const open = (_: number, { name }: DesignSource) =>
    new Promise((resolve) => {
      due.push(() => {
        has = name;
        resolve({ ok: true, house });
      });
    });
  return {
    engine: { open } as unknown as Remote<ServedEngine>,
    get has() {
      return has;
    },
    async answer() {
      due.shift()?.();
      await new Promise((resolve) => setTimeout(resolve));
    },
  };
}

it('is in the engine what is shown, also where one goes back while another is being opened', async () => {
  const slow = slowEngine();
  const store = new Store(initialState('en', 0));
  const designs = new Designs(slow.engine, [{ house, source: sourceOf('base') }]);
  const told: string[] = [];
  store.listen((changed) => {
    if (changed.has('tried')) told.push(designs.at(designs.tried).source.name);
  });
  void designs.tryOut(sourceOf('one'), store);
  await slow.answer();
  void designs.tryOut(sourceOf('other'), store);
  void designs.tryOut(sourceOf('one'), store);
  for (let answers = 0; answers < 3; answers++) await slow.answer();
  expect(slow.has).toBe('one');
  expect(designs.at(designs.tried).source.name).toBe('one');
  expect(told).toEqual(['one', 'one']);
});

it('is not opened again where it is open', async () => {
  const slow = slowEngine();
  const designs = new Designs(slow.engine, [{ house, source: sourceOf('base') }]);
  const opened = designs.openTried(sourceOf('one'));
  await slow.answer();
  expect(await opened).toBe(true);
  expect(await designs.openTried(sourceOf('one'))).toBe(false);
});
