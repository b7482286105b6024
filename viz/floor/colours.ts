/** Colours of the page's style sheet, for canvas, which knows no custom properties. */

/** By property: its value in the present theme. */
const known = new Map<string, string>();
let probe: HTMLElement | null = null;

/** The value of a custom property, as the present theme has it. */
export function colourOf(property: `--${string}`): string {
  let colour = known.get(property);
  if (colour === undefined) {
    if (probe === null) {
      probe = document.createElement('span');
      probe.hidden = true;
      // Colours that mean something stay, also where the reader has set those of text.
      probe.style.setProperty('forced-color-adjust', 'none');
      document.body.append(probe);
    }
    probe.style.color = `var(${property})`;
    colour = getComputedStyle(probe).color;
    known.set(property, colour);
  }
  return colour;
}

/** To be called when the theme has changed. */
export function forgetColours(): void {
  known.clear();
}
