/** Services in one space that are the same to all who might perceive them; and what of them is perceived where. */
import { reach } from '../statistics/sheet.ts';

/** In place of a row: nothing is perceived; or it has not been asked for. */
export const SILENT = -1;
export const UNKNOWN = -2;

export class ServiceKind {
  /** Dense. */
  readonly id: number;
  /** By spot, as in `ImpressionTable`: the row of what is perceived there, SILENT or UNKNOWN. */
  at = new Int32Array(0);

  constructor(id: number) {
    this.id = id;
  }

  makeRoom(spots: number): void {
    this.at = reach(this.at, spots - 1, UNKNOWN);
  }
}
