/** Lets the reader enlarge and move the plan: wheel with Ctrl, pinch, drag and double click; buttons and keys through `by` and `reset`. */
import * as d3 from 'd3';
import type { Zoom } from './projection.ts';

const MOST = 24;
const STEP = 1.5;

export class Zooming {
  zoom: Zoom = d3.zoomIdentity;
  private readonly behaviour: d3.ZoomBehavior<HTMLElement, unknown>;
  private readonly selection: d3.Selection<HTMLElement, unknown, null, undefined>;

  constructor(host: HTMLElement, changed: () => void) {
    this.selection = d3.select(host);
    this.behaviour = d3
      .zoom<HTMLElement, unknown>()
      .scaleExtent([1, MOST])
      .filter((event: Event) => this.isForUs(event))
      .on('zoom', ({ transform }: d3.D3ZoomEvent<HTMLElement, unknown>) => {
        this.zoom = transform;
        host.classList.toggle('enlarged', transform.k > 1);
        changed();
      });
    this.selection.call(this.behaviour).on('dblclick.zoom', () => this.reset());
  }

  /** So far that the plan cannot be moved out of sight. */
  resize(width: number, height: number): void {
    this.behaviour.extent([
      [0, 0],
      [width, height],
    ]);
    this.behaviour.translateExtent([
      [0, 0],
      [width, height],
    ]);
  }

  closer(): void {
    this.behaviour.scaleBy(this.selection, STEP);
  }

  farther(): void {
    this.behaviour.scaleBy(this.selection, 1 / STEP);
  }

  /** By so many CSS pixels. */
  move(x: number, y: number): void {
    this.behaviour.translateBy(this.selection, x / this.zoom.k, y / this.zoom.k);
  }

  reset(): void {
    this.behaviour.transform(this.selection, d3.zoomIdentity);
  }

  /** A single finger moves the page as long as all of the plan is in sight; a drag with other buttons is not ours. */
  private isForUs(event: Event): boolean {
    // Or else who scrolls down the page would be held up here; a pinch on a touchpad comes with Ctrl.
    if (event instanceof WheelEvent) return event.ctrlKey || event.metaKey || this.zoom.k > 1;
    if (window.TouchEvent !== undefined && event instanceof TouchEvent)
      return event.touches.length > 1 || this.zoom.k > 1;
    return !(event instanceof MouseEvent) || (event.button === 0 && !event.ctrlKey);
  }
}
