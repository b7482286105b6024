/**
 * A whole program, aula or what its workers run, from one file, with what V8 has compiled of it: some hundred files less to
 * find, read and link, and no function to compile again. It is used only where every file that went into it is as it was, byte
 * for byte, so that it can not be of other sources; nothing is written here, and whatever is amiss with it, the sources are there.
 */
import { closeSync, openSync, readSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { Script } from 'node:vm';
import { ROOT, scriptName, withBundle } from './layout.js';
import { nameSources } from './traces.js';

/** Its exports, and the script that they come from. Null where there is no bundle, or where it is of other sources. */
export function bundled(file) {
  const script = scriptIn(file);
  if (script === null) return null;
  const module = { exports: {} };
  const importAside = (name) => import(name);
  try {
    script.runInThisContext()(
      module,
      module.exports,
      createRequire(scriptName(file)),
      pathToFileURL(ROOT),
      importAside,
    );
  } catch {
    // The sources say why, or do better.
    return null;
  }
  nameSources(file);
  return { exports: module.exports, script };
}

function scriptIn(file) {
  try {
    return withBundle(file, (inputs, part) => {
      if (!areAsBefore(inputs, part('before'))) return null;
      const cachedData = part('compiled');
      return new Script(part('code').toString('utf8'), {
        filename: scriptName(file),
        // V8 does without where it is of another version, or has other flags.
        ...(cachedData.length > 0 && { cachedData }),
      });
    });
  } catch {
    return null;
  }
}

/** Whether the files hold what they did. */
function areAsBefore(inputs, before) {
  const longest = inputs.reduce((most, [, length]) => Math.max(most, length), 0);
  // One byte more, to see whether a file has grown.
  const now = Buffer.allocUnsafe(longest + 1);
  let from = 0;
  for (const [name, length] of inputs) {
    const read = readInto(now, path.join(ROOT, name), length + 1);
    if (read !== length || before.compare(now, 0, length, from, from + length) !== 0) return false;
    from += length;
  }
  return true;
}

function readInto(bytes, file, most) {
  const opened = openSync(file);
  try {
    return readSync(opened, bytes, 0, most, 0);
  } finally {
    closeSync(opened);
  }
}
