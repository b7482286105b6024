/** Says of a large day, below the floor, that its privacy is still being worked out, or would have to be asked for. */
import type { Context, View } from '../app/context.ts';
import { element } from '../app/element.ts';
import { button } from '../follow/parts.ts';
import { Format } from '../words/format.ts';
import { words } from './words.ts';

export function privacyNotice({ store, day, privacyWork }: Context): View {
  const said = words(store.state.language);
  const format = new Format(store.state.language);
  const title = element('strong', { role: 'status' });
  const about = element('span', { class: 'about' });
  const progress = element('progress', { 'aria-label': said.working, min: 0, max: 1 });
  const until = element('span', { class: 'until' });
  const act = button('', () => {}, { id: 'privacy-act' });
  act.addEventListener('click', () => {
    if (privacyWork.statusOf(day).is === 'working') privacyWork.giveUp(day);
    else privacyWork.begin(day);
  });
  const host = element(
    'section',
    { class: 'privacy-notice', 'aria-label': said.title, hidden: true },
    title,
    about,
    progress,
    until,
    act,
  );
  const write = (part: HTMLElement, text: string) => {
    if (part.textContent !== text) part.textContent = text;
  };
  const show = () => {
    const status = privacyWork.statusOf(day);
    host.hidden = status.is === 'known';
    host.dataset.is = status.is;
    if (status.is === 'known') return;
    const isWorking = status.is === 'working';
    progress.hidden = until.hidden = !isWorking;
    write(title, said[status.is]);
    if (isWorking) {
      const { open, close } = timesOf(day);
      const at = status.until ?? open;
      progress.value = Math.min(1, Math.max(0, (at - open) / (close - open)));
      write(about, said.workingAbout);
      write(until, status.until === null ? '' : said.until(format.time(status.until)));
      write(act, said.stop);
      return;
    }
    write(
      about,
      status.is === 'failed' ? status.problem : said.offeredAbout(format.number(day.visitors.length)),
    );
    write(act, status.is === 'failed' ? said.again : said.begin);
  };
  show();
  return {
    element: host,
    update(changed) {
      if (changed.has('privacy') || changed.has('privacyUntil')) show();
    },
  };
}

const timesOf = ({ from, to }: Context['day']) => ({ open: from, close: Math.max(to, from + 1) });
