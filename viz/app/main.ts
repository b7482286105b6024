/** Opens what the page has been given, shows it, and when it is being served, shows it anew each time it is saved. */
import '../engine/no-eval.ts';
import '../style/style.css';
import { languageOf } from '../words/translated.ts';
import { connect } from './connect.ts';
import { element } from './element.ts';
import { errorText } from './error-text.ts';
import { listenToSaving, openDesigns } from './live.ts';
import { hideNotice, showNotice } from './notice.ts';
import { Page } from './page.ts';
import { isShared } from './receive-parcel.ts';
import { stateOf } from './url.ts';
import { words } from './words.ts';

const root = document.getElementById('app') ?? document.body;

/** As the reader has chosen meanwhile. */
const said = () => words(stateOf(location.hash).language ?? languageOf(navigator.languages));

function say(title: string, details: string): void {
  root.replaceChildren(
    element('main', { class: 'alone' }, element('h1', {}, title), element('pre', {}, details)),
  );
}

async function open(): Promise<void> {
  root.replaceChildren(element('p', { class: 'alone', role: 'status' }, said().opening));
  const engine = await connect();
  let page: Page | null = null;
  const show = async (): Promise<boolean> => {
    const opened = await openDesigns(engine);
    if (opened.ok) {
      hideNotice();
      if (page === null) page = await Page.start(root, engine, opened.parcel, opened.designs);
      else await page.renew(opened.parcel, opened.designs);
      return opened.parcel.isLive;
    }
    if (page === null) say(said().failed, opened.problems);
    else showNotice(said().wrong, opened.problems);
    return !isShared();
  };
  const isLive = await show();
  if (isLive) listenToSaving(show);
}

const broken = (thrown: unknown) => say(said().broken, errorText(thrown));
addEventListener('unhandledrejection', ({ reason }) => broken(reason));
open().catch(broken);
