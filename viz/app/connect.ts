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

/** One more in a worker of its own, which can be ended; null where there can be no worker. `failed` rejects where it breaks. */
export async function connectOne(): Promise<{
  readonly engine: Remote<ServedEngine>;
  readonly failed: Promise<never>;
  end(): void;
} | null> {
  try {
    const worker = new EngineWorker();
    const failed = new Promise<never>((_, reject) => {
      worker.addEventListener('error', ({ message }) => reject(new Error(message)), { once: true });
    });
    const engine = wrap<ServedEngine>(worker);
    await Promise.race([engine.ready(), failed]);
    return { engine, failed, end: () => worker.terminate() };
  } catch {
    return null;
  }
}

/** Null where there can be no worker, which some browsers say at once and others later. */
async function inWorker(): Promise<Remote<ServedEngine> | null> {
  try {
    const worker = new EngineWorker();
    const failed = new Promise<null>((resolve) => {
      worker.addEventListener('error', () => resolve(null), { once: true });
    });
    const engine = wrap<ServedEngine>(worker);
    return await Promise.race([engine.ready().then(() => engine), failed]);
  } catch {
    return null;
  }
}

/** The same interface; the page stands still while a day is simulated. */
function inPage(): Remote<ServedEngine> {
  const { port1, port2 } = new MessageChannel();
  expose(served, port1);
  return wrap<ServedEngine>(port2);
}
