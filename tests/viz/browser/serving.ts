/** `aula view` as a program of its own, as a user starts it. */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('../../../engine/cli/aula.js', import.meta.url));

export interface Viewing {
  readonly address: string;
  /** All that it has said on the error output. */
  said(): string;
  /** Ctrl-C; resolves to the exit code. */
  end(): Promise<number | null>;
}

/** Resolves when it serves; throws what it says where it does not. */
export function viewing(...args: readonly string[]): Promise<Viewing> {
  const child = spawn(process.execPath, [program, 'view', '--no-open', ...args]);
  let said = '';
  let out = '';
  const ended = new Promise<number | null>((resolve) => child.on('exit', (code) => resolve(code)));
  child.stderr.on('data', (text) => {
    said += text;
  });
  return new Promise((resolve, reject) => {
    child.stdout.on('data', (text) => {
      out += text;
      const address = /^http:\S+$/m.exec(out)?.[0];
      if (address === undefined) return;
      resolve({
        address,
        said: () => said,
        end() {
          child.kill('SIGINT');
          return ended;
        },
      });
    });
    ended.then((code) => reject(new Error(`it ended with ${code}: ${said}`)));
  });
}
