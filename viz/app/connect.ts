/** Starts the engine: in a worker beside the page, or within the page where the browser lets it have none. */
import { expose, type Remote, wrap } from 'comlink';
import { type ServedEngine, served } from '../engine/worker.ts';
import EngineWorker from '../engine/worker.ts?worker&inline';

export async function connect(): Promise<Remote<ServedEngine>> {
  return (await inWorker()) ?? inPage();
}

/** So many more, each in a worker of its own; none where the browser lets the page have none. */
export async function connectMore(count: number): Promise<Remote<ServedEngine>[]> {
  const engines = await Promise.all(Array.from({ length: count }, inWorker));
  return engines.filter((engine) => engine !== null);
}

/**
 * One more in a worker of its own, which can be ended; null where there can be no worker, which some browsers say at once and
 * others later. `failed` rejects where it breaks.
 */
export async function connectOne(): Promise<{
  readonly engine: Remote<ServedEngine>;
  readonly failed: Promise<never>;
  end(): void;
} | null> {
  let worker: Worker | null = null;
  try {
    const made = new EngineWorker();
    worker = made;
    const failed = new Promise<never>((_, reject) => {
      made.addEventListener('error', ({ message }) => reject(new Error(message)), { once: true });
    });
    const engine = wrap<ServedEngine>(made);
    await Promise.race([engine.ready(), failed]);
    return { engine, failed, end: () => made.terminate() };
  } catch {
    worker?.terminate();
    return null;
  }
}

const inWorker = async (): Promise<Remote<ServedEngine> | null> => (await connectOne())?.engine ?? null;

/** The same interface; the page stands still while a day is simulated. */
function inPage(): Remote<ServedEngine> {
  const { port1, port2 } = new MessageChannel();
  expose(served, port1);
  return wrap<ServedEngine>(port2);
}
