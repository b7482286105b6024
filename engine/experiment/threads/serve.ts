/** What a worker does: keeps designs, compiled once, and makes the days that it is asked for. */
import type { MessagePort } from 'node:worker_threads';
import { DayMaker } from '../day-maker.ts';
import { designOf, modelOf } from '../design.ts';
import { messageOf } from '../executor.ts';
import type { Order, Pulse, Report, Shard } from './messages.ts';

/** Serves orders until the thread ends. */
export function serve(port: MessagePort, pulse: Pulse): void {
  const designs = new Map<number, Extract<Order, { kind: 'design' }>>();
  const makers = new Map<number, DayMaker>();
  // Copied and not handed over: once a thread has given a buffer away, V8 looks before each access to any array whether it
  // is still there, and a day takes a tenth longer than the copy of all its figures.
  const say = (report: Report) => port.postMessage(report);

  const makerOf = (id: number) => {
    let maker = makers.get(id);
    if (maker === undefined) {
      const known = designs.get(id);
      if (known === undefined) throw new Error(`there is no design ${id}`);
      const {
        design: { scenario, ...given },
        seed,
      } = known;
      maker = new DayMaker(modelOf(designOf(scenario, given)), seed);
      makers.set(id, maker);
    }
    return maker;
  };

  const make = (id: number, { from, to }: Shard) => {
    pulse.beat(from);
    let maker: DayMaker | null = null;
    try {
      maker = makerOf(id);
      const began = performance.now();
      const days = maker.make(from, to, (next) => {
        pulse.beat(next);
        return false;
      });
      say({ kind: 'days', days, milliseconds: performance.now() - began });
    } catch (thrown) {
      makers.delete(id);
      const stack = thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown);
      const replication = maker === null ? from : maker.replication;
      say({ kind: 'failed', replication, thrown: { message: messageOf(thrown), stack } });
    }
  };

  port.on('message', (order: Order) => {
    switch (order.kind) {
      case 'design':
        designs.set(order.id, order);
        break;
      case 'forget':
        designs.delete(order.id);
        makers.delete(order.id);
        break;
      case 'shard':
        make(order.design, order.shard);
        break;
    }
  });
  say({ kind: 'ready' });
}
