/** Labelled fields of forms; each has an id of its own, by which focus comes back when a view is made anew. */
import { element } from '../app/element.ts';

type Attributes = Readonly<Record<string, string | number | boolean>>;

/** A label with its field after it. */
export function labelled(text: string, field: HTMLElement, ...after: readonly HTMLElement[]): HTMLElement {
  return element(
    'div',
    { class: 'field' },
    element('label', { for: field.id }, text),
    element('span', { class: 'field-control' }, field, ...after),
  );
}

export function numberField(id: string, attributes: Attributes, set: (value: number) => void) {
  const field = element('input', { type: 'number', id, ...attributes });
  field.addEventListener('input', () => {
    if (field.value !== '' && field.validity.valid) set(field.valueAsNumber);
  });
  return field;
}

export function selectField(
  id: string,
  options: readonly (readonly [value: string, text: string])[],
  set: (value: string) => void,
) {
  const field = element('select', { id });
  field.append(...options.map(([value, text]) => element('option', { value }, text)));
  field.addEventListener('change', () => set(field.value));
  return field;
}

export function button(text: string, act: () => void, attributes: Attributes = {}): HTMLButtonElement {
  const made = element('button', { type: 'button', ...attributes }, text);
  made.addEventListener('click', act);
  return made;
}

/** A group of controls that can be folded away, with what is wrong with them. */
export function group(title: string, isOpen: boolean, ...content: readonly Node[]): HTMLDetailsElement {
  const made = element('details', { class: 'try-group', open: isOpen });
  const fieldset = element('fieldset', {}, element('legend', { class: 'unseen' }, title), ...content);
  made.append(element('summary', {}, title), fieldset);
  return made;
}

/** Says what is wrong with what a control has set; hidden while nothing is. */
export class Problem {
  readonly element = element('p', { class: 'try-problem', role: 'alert', hidden: true });

  show(text: string | undefined): void {
    this.element.hidden = text === undefined;
    if (this.element.textContent !== (text ?? '')) this.element.textContent = text ?? '';
  }
}

/** Not while it is being written into. */
export function sync(field: HTMLInputElement | HTMLSelectElement, value: string): void {
  if (document.activeElement === field && field instanceof HTMLInputElement && field.type !== 'range') {
    if (field.value !== '' && Number(field.value) === Number(value)) return;
    if (field.value === '') return;
  }
  if (field.value !== value) field.value = value;
}
