/** What colours, shapes and rings on the floor mean; can be folded away. */
import { CLERK } from '../../engine/simulation/observer.ts';
import { FLAG } from '../../engine/simulation/visitors.ts';
import type { Context } from '../app/context.ts';
import { element } from '../app/element.ts';
import { DOING } from '../replay/doing.ts';
import { colourOf } from './colours.ts';
import { inksOf } from './inks.ts';
import { badgeOf, drawFare, drawMark } from './marks.ts';
import { agencyName } from './names.ts';
import { drawClerk } from './staff-layer.ts';
import { words } from './words.ts';

/** In CSS pixels. */
const SIDE = 22;
const RADIUS = 5.5;

export function legend(context: Context) {
  const { house, store } = context;
  const said = words(store.state.language);
  const drawings: (() => void)[] = [];
  const sample = (draw: (pen: CanvasRenderingContext2D, middle: number, radius: number) => void) => {
    const canvas = element('canvas', { width: SIDE * 2, height: SIDE * 2, 'aria-hidden': 'true' });
    drawings.push(() => {
      const pen = canvas.getContext('2d');
      if (pen === null) return;
      pen.clearRect(0, 0, canvas.width, canvas.height);
      draw(pen, SIDE, RADIUS * 2);
    });
    return canvas;
  };
  const entry = (picture: HTMLElement, text: string) => element('li', {}, picture, text);
  const group = (title: string, entries: readonly HTMLElement[]) =>
    element('div', {}, element('h3', {}, title), element('ul', {}, ...entries));
  const mark = (state: number, agency: number, badge = 0) =>
    sample((pen, middle, radius) => {
      const inks = inksOf(house);
      drawMark(pen, middle, middle, radius, state, 0, badge, inks[Math.min(agency, inks.length - 1)]);
    });
  const none = house.ids.agencies.length;
  const fare = (sign: number) =>
    sample((pen, middle, radius) => {
      const inks = inksOf(house)[none];
      drawMark(pen, middle, middle, radius, DOING.waiting, 0, 0, inks);
      drawFare(pen, middle, middle, radius, sign, inks);
    });
  const doings = ['walking', 'waiting', 'called', 'served', 'greeted', 'leaving'] as const;
  const clerks = ['serving', 'preparing', 'free', 'afterWork', 'backOffice'] as const;
  const body = element(
    'div',
    { class: 'legend-groups' },
    group(said.colours, [
      ...house.ids.agencies.map((_, agency) => entry(mark(DOING.waiting, agency), agencyName(house, agency))),
      entry(mark(DOING.waiting, none), said.noMatter),
    ]),
    group(
      said.shapes,
      doings.map((name) =>
        entry(
          mark(DOING[name], none),
          name === 'greeted' ? `${said.doing.greeted}, ${said.doing.atKiosk}` : said.doing[name],
        ),
      ),
    ),
    group(said.rings, [
      entry(mark(DOING.waiting, none, badgeOf(0, 1)), said.withOthers),
      entry(mark(DOING.waiting, none, badgeOf(FLAG.accessible, 0)), said.accessible),
      entry(mark(DOING.waiting, none, badgeOf(FLAG.protected, 0)), said.protected),
      entry(fare(1), said.waitsLonger),
      entry(fare(-1), said.waitsLess),
    ]),
    group(
      said.clerks,
      clerks.map((name) =>
        entry(
          sample((pen, middle, radius) => drawClerk(pen, middle, middle, radius * 1.2, CLERK[name])),
          name === 'backOffice' ? `${said.clerk.backOffice}, ${said.clerk.onBreak}` : said.clerk[name],
        ),
      ),
    ),
  );
  const draw = () => {
    // In the theme's colours, which the canvas has to be told.
    if (colourOf('--ink') !== '') for (const one of drawings) one();
  };
  return {
    element: element('details', { class: 'legend' }, element('summary', {}, said.legend), body),
    draw,
  };
}
