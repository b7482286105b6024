/** The day's pending events, scheduled by kind and entity. */
import { EventQueue } from '../kernel/event-queue.ts';
import { entityOf, kindOf, PRIORITY, payloadOf } from './events.ts';

export class Agenda {
  private readonly queue = new EventQueue();

  clear(): void {
    this.queue.clear();
  }

  /** Schedules an event, and returns its token; an owner who voids an event forgets its token. */
  at(time: number, kind: number, entity: number): number {
    return this.queue.push(time, PRIORITY[kind], payloadOf(kind, entity));
  }

  /** Takes the next event; false when there is none. */
  advance(): boolean {
    return this.queue.pop();
  }

  /** When the next event is; infinite when there is none. */
  nextTime(): number {
    return this.queue.peekTime();
  }

  get time(): number {
    return this.queue.time;
  }

  get token(): number {
    return this.queue.token;
  }

  get kind(): number {
    return kindOf(this.queue.payload);
  }

  get entity(): number {
    return entityOf(this.queue.payload);
  }
}
