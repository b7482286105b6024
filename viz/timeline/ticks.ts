/** Moments as short upright strokes in one path: one for each pixel that has any, however many there are. */
export function ticksPath(
  times: Iterable<number>,
  scale: (time: number) => number,
  top: number,
  height: number,
): string {
  const pixels = new Set<number>();
  for (const time of times) pixels.add(Math.round(scale(time)));
  return [...pixels].map((pixel) => `M${pixel + 0.5},${top}v${height}`).join('');
}
