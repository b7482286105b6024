/**
 * Shares as small pictures: a bar for one share, a sparkline for a share by the hour, and the hours above it. All on
 * the scale from 0 to 1, so that any two can be compared.
 */

const EIGHTHS = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'];
const LEVELS = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];
const TRACK = '·';

/** A bar of that many columns, filled to an eighth of a column. */
export function bar(share: number | null, width: number): string {
  if (share === null) return ' '.repeat(width);
  const eighths = Math.round(Math.min(1, Math.max(0, share)) * width * 8);
  const full = Math.floor(eighths / 8);
  const filled = '█'.repeat(full) + (EIGHTHS[eighths % 8] ?? '');
  return filled + TRACK.repeat(width - filled.length);
}

/** One column for each share, a blank where nothing was observed. */
export function sparkline(shares: readonly (number | null)[]): string {
  return shares
    .map((share) => {
      if (share === null) return ' ';
      const level = Math.ceil(Math.min(1, Math.max(0, share)) * LEVELS.length);
      return LEVELS[Math.max(0, level - 1)] ?? ' ';
    })
    .join('');
}

/** The hours above a sparkline: the first, and every fourth of the day where there is room. */
export function hourAxis(hours: readonly number[]): string {
  let axis = '';
  hours.forEach((hour, column) => {
    if (column > 0 && (hour % 4 !== 0 || axis.length >= column)) return;
    axis = axis.padEnd(column) + String(hour);
  });
  return axis.padEnd(hours.length);
}
