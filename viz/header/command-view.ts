/** Shows the command line that gives the same figures, to copy. */
import type { Context, View } from '../app/context.ts';
import { element } from '../app/element.ts';
import { asSaved, commandOf } from './command.ts';
import { words } from './words.ts';

/** What lets the reader know for how long, in milliseconds. */
const SAID_FOR = 2000;

export function commandView({ store, designs, parcel }: Context): View {
  const said = words(store.state.language);
  const code = element('code', {
    tabindex: 0,
    'aria-label': said.command,
    role: 'textbox',
    'aria-readonly': 'true',
  });
  const copy = element('button', { type: 'button', title: said.command }, said.copy);
  const status = element('span', { class: 'visually-hidden', role: 'status' });
  copy.addEventListener('click', async () => {
    const isCopied = await copied(code);
    copy.textContent = isCopied ? said.copied : said.marked;
    status.textContent = copy.textContent;
    setTimeout(() => {
      copy.textContent = said.copy;
      status.textContent = '';
    }, SAID_FOR);
  });
  return {
    element: element('div', { class: 'command' }, code, copy, status),
    update() {
      const { state } = store;
      const { seed, replications } = parcel;
      const { source } = designs.at(state.design);
      const isTried = state.design === designs.tried && designs.hasTried;
      const text = commandOf(isTried ? asSaved(source) : source, { ...state, seed, replications });
      if (code.textContent !== text) code.textContent = text;
    },
  };
}

/** False where the browser does not let a page copy: the text is marked, for the reader to do it. */
async function copied(code: HTMLElement): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(code.textContent ?? '');
    return true;
  } catch {
    getSelection()?.selectAllChildren(code);
    return false;
  }
}
