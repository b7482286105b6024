/**
 * The file of a bundle: how long the head is (ten digits), the head as JSON, and then, one after the other, what the inputs
 * were, the code, what V8 had compiled of it, and its source map. One file, so that its parts are always of each other.
 */
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The directory of the program. */
export const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
export const FILE = path.join(ROOT, 'dist', 'aula.bundle');
export const WORKER_FILE = path.join(ROOT, 'dist', 'worker.bundle');
/** What the code of a bundle is called in traces before they are mapped to the sources. */
export const scriptName = (file) => path.join(ROOT, 'dist', `${path.basename(file, '.bundle')}.js`);

const DIGITS = 10;
const PARTS = ['before', 'code', 'compiled', 'map'];

/** `inputs` are paths from the root with as many bytes as they have, whose contents, one after the other, are `before`. */
export function packed(inputs, parts) {
  const lengths = PARTS.map((name) => parts[name].length);
  const head = Buffer.from(JSON.stringify({ inputs, lengths }));
  const digits = Buffer.from(String(head.length).padStart(DIGITS, '0'));
  return Buffer.concat([digits, head, ...PARTS.map((name) => parts[name])]);
}

/** Opens a bundle and hands over its head and a reader of its parts. Null where it is none, or is not whole. */
export function withBundle(file, act) {
  const opened = openSync(file);
  try {
    const size = fstatSync(opened).size;
    const read = (from, length) => {
      const bytes = Buffer.allocUnsafe(length);
      return readSync(opened, bytes, 0, length, from) === length ? bytes : Buffer.alloc(0);
    };
    const digits = Number(read(0, DIGITS).toString('latin1'));
    if (!(digits > 0 && digits < size)) return null;
    const { inputs, lengths } = JSON.parse(read(DIGITS, digits).toString('utf8'));
    const starts = [DIGITS + digits];
    for (const length of lengths) starts.push(starts.at(-1) + length);
    if (starts.at(-1) !== size) return null;
    const part = (name) => {
      const index = PARTS.indexOf(name);
      return read(starts[index], lengths[index]);
    };
    return act(inputs, part);
  } finally {
    closeSync(opened);
  }
}
