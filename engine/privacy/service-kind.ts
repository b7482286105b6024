/** Services in one space that are the same to all who might perceive them; and what of them is perceived where. */
import { reach } from '../statistics/sheet.ts';

/** Nothing is perceived; or it has not been asked for. */
export const SILENT = -1;
export const UNKNOWN = -2;

export class ServiceKind {
  /** Dense. */
  readonly id: number;
  readonly space: number;
  /** By spot, as in `ImpressionTable`: where the row of what is perceived there begins, with HAS bits; or SILENT or UNKNOWN. */
  at = new Int32Array(0);

  constructor(id: number, space: number) {
    this.id = id;
    this.space = space;
  }

  makeRoom(spots: number): void {
    this.at = reach(this.at, spots - 1, UNKNOWN);
  }
}
