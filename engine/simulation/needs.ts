/**
 * What the queues of a model need, as columns. A simulation asks at each of its steps, and asking an object costs a look-up
 * at each of its levels.
 */
import type { Model } from '../model/model.ts';

export class Needs {
  /** By queue: 1 where it needs what is accessible, an interpreter, a guard; and a clerk at all. */
  readonly accessible: Uint8Array;
  readonly interpreter: Uint8Array;
  readonly guard: Uint8Array;
  readonly clerk: Uint8Array;
  /** By queue, and one after the last: its first choice, in the order of `Queue.choices`. */
  readonly firstChoice: Int32Array;
  /** By choice, over all queues: its role or -1, and 1 where that has the mandate or needs none. */
  readonly role: Int32Array;
  readonly mandated: Uint8Array;
  /** By choice, and one after the last: the first of its types of space, the preferred ones first. */
  readonly firstType: Int32Array;
  readonly type: Int32Array;
  /** Likewise, what equipment it holds. */
  readonly firstEquipment: Int32Array;
  readonly equipment: Int32Array;

  constructor({ queues }: Model) {
    const choices = queues.flatMap((queue) => queue.choices);
    this.accessible = Uint8Array.from(queues, (queue) => Number(queue.accessible));
    this.interpreter = Uint8Array.from(queues, (queue) => Number(queue.interpreter));
    this.guard = Uint8Array.from(queues, (queue) => Number(queue.guard));
    this.clerk = Uint8Array.from(queues, (queue) =>
      Number(queue.choices.length > 0 && queue.choices[0].role >= 0),
    );
    this.firstChoice = startsOf(queues.map((queue) => queue.choices.length));
    this.role = Int32Array.from(choices, (choice) => choice.role);
    this.mandated = Uint8Array.from(choices, (choice) => Number(choice.mandated));
    this.firstType = startsOf(choices.map((choice) => choice.spaceTypes.length));
    this.type = Int32Array.from(choices.flatMap((choice) => choice.spaceTypes));
    this.firstEquipment = startsOf(choices.map((choice) => choice.equipment.length));
    this.equipment = Int32Array.from(choices.flatMap((choice) => choice.equipment));
  }

  /** Whether the choice may be done in a space of the type. */
  takes(choice: number, type: number): boolean {
    const until = this.firstType[choice + 1];
    for (let k = this.firstType[choice]; k < until; k++) if (this.type[k] === type) return true;
    return false;
  }

  /** Whether the choice holds the equipment. */
  holds(choice: number, equipment: number): boolean {
    const until = this.firstEquipment[choice + 1];
    for (let k = this.firstEquipment[choice]; k < until; k++)
      if (this.equipment[k] === equipment) return true;
    return false;
  }

  /** Whether two choices hold the same equipment. */
  holdAlike(one: number, other: number): boolean {
    const { firstEquipment, equipment } = this;
    const count = firstEquipment[one + 1] - firstEquipment[one];
    if (firstEquipment[other + 1] - firstEquipment[other] !== count) return false;
    for (let k = 0; k < count; k++) if (!this.holds(other, equipment[firstEquipment[one] + k])) return false;
    return true;
  }
}

/** Where each of the stretches of these lengths begins, and where the last one ends. */
function startsOf(lengths: readonly number[]): Int32Array {
  const starts = new Int32Array(lengths.length + 1);
  lengths.forEach((length, k) => {
    starts[k + 1] = starts[k] + length;
  });
  return starts;
}
