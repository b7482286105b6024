/** Parts of the page that are made anew when the privacy of a large day has become known after the day. */
import type { MakeView, View } from './context.ts';
import { keepingFocus } from './focus.ts';
import type { Changed, ViewState } from './state.ts';

/** The same part, which keeps the focus where it was. */
export function remadeForPrivacy(make: MakeView): MakeView {
  return (context): View => {
    const { store } = context;
    let view = make(context);
    return {
      get element() {
        return view.element;
      },
      update(changed) {
        if (!changed.has('privacy')) {
          view.update(changed);
          return;
        }
        keepingFocus(() => {
          const before = view;
          view = make(context);
          before.element.replaceWith(view.element);
          view.update(everything(store.state));
        });
      },
    };
  };
}

/** As a part is told of when it is new. */
export const everything = (state: ViewState): Changed =>
  new Set([...(Object.keys(state) as (keyof ViewState)[]), 'day']);
