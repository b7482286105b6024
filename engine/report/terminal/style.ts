/**
 * The few colours of a report, or none. They are put around text that has its width already.
 */
import picocolors from 'picocolors';

export interface Style {
  readonly title: (text: string) => string;
  readonly faint: (text: string) => string;
  readonly good: (text: string) => string;
  readonly bad: (text: string) => string;
  readonly open: (text: string) => string;
}

export function styleFor(colour: boolean): Style {
  const colours = picocolors.createColors(colour);
  return {
    title: colours.bold,
    faint: colours.dim,
    good: colours.green,
    bad: colours.red,
    open: colours.yellow,
  };
}
