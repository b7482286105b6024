/**
 * How long spaces are occupied and usable, by the type that each has at the time and by hour of the day.
 * Usable is occupied or free; a closed space is neither.
 */
import type { Model } from '../model/model.ts';
import { SPACE, type SpaceState } from '../simulation/observer.ts';
import { addByHour } from './hours.ts';
import { HOURS } from './scopes.ts';
import type { Sheet } from './sheet.ts';

export class Spaces {
  /** By space: the type that it has now. */
  readonly type: Int32Array;
  private readonly sheet: Sheet;
  private readonly firstType: Int32Array;
  private readonly state: Uint8Array;
  private readonly since: Float64Array;
  private readonly occupied: number;
  private readonly occupiedHours: number;
  private readonly usable: number;
  private readonly usableHours: number;

  constructor(model: Model, sheet: Sheet) {
    this.sheet = sheet;
    this.firstType = Int32Array.from(model.spaces, (space) => space.type);
    this.type = Int32Array.from(this.firstType);
    this.state = new Uint8Array(model.spaces.length);
    this.since = new Float64Array(model.spaces.length);
    const { layout } = sheet;
    this.occupied = layout.offset('occupiedTime', 'spaceType');
    this.occupiedHours = layout.offset('occupiedTime', 'spaceTypeHour');
    this.usable = layout.offset('usableTime', 'spaceType');
    this.usableHours = layout.offset('usableTime', 'spaceTypeHour');
  }

  /** Every space is closed until something else is told of it. */
  begin(time: number): void {
    this.type.set(this.firstType);
    this.state.fill(SPACE.closed);
    this.since.fill(Math.max(time, this.sheet.from));
  }

  change(time: number, space: number, state: SpaceState, type: number): void {
    const before = this.state[space];
    const typeBefore = this.type[space];
    const since = this.since[space];
    this.state[space] = state;
    this.type[space] = type;
    if (time <= since) return;
    this.since[space] = time;
    if (before === SPACE.closed) return;
    const { row } = this.sheet;
    row[this.usable + typeBefore] += time - since;
    addByHour(row, this.usableHours + typeBefore * HOURS, since, time, 1);
    if (before !== SPACE.occupied) return;
    row[this.occupied + typeBefore] += time - since;
    addByHour(row, this.occupiedHours + typeBefore * HOURS, since, time, 1);
  }

  end(time: number): void {
    for (let space = 0; space < this.state.length; space++) {
      this.change(time, space, this.state[space] as SpaceState, this.type[space]);
    }
  }
}
