/** The buttons under a picture: the table behind it, and the files that it can be saved as. */
import { element } from '../app/element.ts';
import type { Language } from '../app/state.ts';
import { csvOf, type DataTable } from '../tables/data-table.ts';
import { tableElement } from '../tables/table-element.ts';
import { Format } from '../words/format.ts';
import type { Frame } from './framed.ts';
import { pngFile } from './png-file.ts';
import { csvFile, fileName, save } from './save.ts';
import { pictureFile, svgFile } from './svg-file.ts';
import { words } from './words.ts';

export interface Picture {
  /** Words of the file names: scenario, what it is, which day. */
  readonly name: readonly string[];
  readonly svg: SVGSVGElement;
  /** What the table takes the place of. */
  readonly host: HTMLElement;
  frame(): Frame;
  table(): DataTable;
}

export interface PictureTools {
  readonly element: HTMLElement;
  /** Makes the table anew where it is shown: its figures have changed. */
  refresh(): void;
}

export function pictureTools(picture: Picture, language: Language): PictureTools {
  const said = words(language);
  const format = new Format(language);
  const { host, svg, name } = picture;
  let shown: HTMLElement | null = null;
  const { title } = picture.frame();
  const tool = (text: string, label: string, act: () => void) => {
    const made = element('button', { type: 'button', 'aria-label': `${label}: ${title}` }, text);
    made.addEventListener('click', act);
    return made;
  };
  const table = tool(said.table, said.table, () => {
    if (shown === null) {
      shown = tableElement(picture.table(), format);
      host.classList.add('as-table');
      host.append(shown);
    } else {
      shown.remove();
      shown = null;
      host.classList.remove('as-table');
    }
    table.setAttribute('aria-pressed', String(shown !== null));
  });
  table.setAttribute('aria-pressed', 'false');
  const file = () => svgFile(pictureFile(svg, picture.frame()));
  return {
    element: element(
      'div',
      { class: 'picture-tools' },
      table,
      tool('CSV', `${said.save} CSV`, () => save(fileName(name, 'csv'), csvFile(csvOf(picture.table())))),
      tool('SVG', `${said.save} SVG`, () => save(fileName(name, 'svg'), file())),
      tool('PNG', `${said.save} PNG`, async () => save(fileName(name, 'png'), await pngFile(file()))),
    ),
    refresh() {
      if (shown === null) return;
      const made = tableElement(picture.table(), format);
      shown.replaceWith(made);
      shown = made;
    },
  };
}
