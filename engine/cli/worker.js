/** Where the workers of the command line start: from their bundle, if that is of the sources as they are, or as all others do. */
import { bundled } from './bundle/bundled.js';
import { WORKER_FILE } from './bundle/layout.js';

const bundle = bundled(WORKER_FILE);
if (bundle === null) await import('../experiment/threads/worker.js');
else bundle.exports.work();
