/**
 * Pointing at times in a picture that has the time axis: moving points, a click goes there, a drag selects a stretch. What is
 * done in one picture is seen in all, by the store.
 */
import type { Store } from '../app/store.ts';

/** Pixels that a pointer may move in a click. */
const STILL = 4;
const MINUTE = 60;

/** Whole minutes round two times, in their order, within the day. */
export function stretchBetween(
  one: number,
  other: number,
  day: { readonly from: number; readonly to: number },
): readonly [number, number] {
  const first = Math.floor(day.from / MINUTE) * MINUTE;
  const last = Math.max(first + MINUTE, Math.ceil(day.to / MINUTE) * MINUTE);
  const from = Math.floor(Math.min(one, other) / MINUTE) * MINUTE;
  const begin = Math.min(last - MINUTE, Math.max(first, from));
  const to = Math.ceil(Math.max(one, other) / MINUTE) * MINUTE;
  return [begin, Math.min(last, Math.max(begin + MINUTE, to))];
}

/** `timeAt` is the time at pixels from the left edge of the picture. */
export function pointAtTimes(
  picture: SVGSVGElement,
  store: Store,
  day: { readonly from: number; readonly to: number },
  timeAt: (pixels: number) => number,
): void {
  let pressedAt: number | null = null;
  let isDrag = false;
  const pixels = (event: PointerEvent) => event.clientX - picture.getBoundingClientRect().left;
  picture.addEventListener('pointerdown', (event) => {
    if (event.button !== 0 || (event.target instanceof Element && event.target.closest('[data-own]'))) return;
    pressedAt = pixels(event);
    isDrag = false;
    picture.setPointerCapture(event.pointerId);
  });
  picture.addEventListener('pointermove', (event) => {
    const at = pixels(event);
    if (pressedAt !== null && Math.abs(at - pressedAt) > STILL) isDrag = true;
    store.set({
      pointed: timeAt(at),
      ...(pressedAt !== null && isDrag && { stretch: stretchBetween(timeAt(pressedAt), timeAt(at), day) }),
    });
  });
  picture.addEventListener('pointerup', (event) => {
    if (pressedAt !== null && !isDrag) store.set({ time: timeAt(pixels(event)), isPlaying: false });
    pressedAt = null;
  });
  picture.addEventListener('pointercancel', () => {
    pressedAt = null;
  });
  picture.addEventListener('pointerleave', () => store.set({ pointed: null }));
}
