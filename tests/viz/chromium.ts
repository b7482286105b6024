/**
 * A real Chromium, out of an npm package, for tests of the viewer. It is unpacked once to a directory for temporary files,
 * with the libraries that it needs beside the system's own.
 */
import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { inflate } from '@sparticuz/chromium';
import { type Browser, type BrowserServer, chromium, type LaunchOptions } from 'playwright-core';

/**
 * Nothing that makes it less safe than the reader's, but for the sandbox, which a root user cannot have. A graphics card played by the
 * processor would make frames wait for seconds.
 */
const ARGUMENTS = ['--no-sandbox', '--font-render-hinting=none', '--disable-gpu'];

const BIN = path.resolve(
  path.dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')),
  '../bin',
);
/** NSS and Expat are in the third: not every system has them. */
const ARCHIVES = ['chromium.br', 'fonts.tar.br', 'al2023.tar.br'];

export async function launchChromium(): Promise<Browser> {
  return chromium.launch(await options());
}

/** For several test files to connect to. */
export async function launchChromiumServer(): Promise<BrowserServer> {
  return chromium.launchServer(await options());
}

async function options(): Promise<LaunchOptions> {
  const folder = await unpacked();
  return {
    executablePath: path.join(folder, 'chromium'),
    args: ARGUMENTS,
    headless: true,
    env: {
      ...process.env,
      FONTCONFIG_PATH: path.join(folder, 'fonts'),
      LD_LIBRARY_PATH: [path.join(folder, 'al2023/lib'), process.env.LD_LIBRARY_PATH ?? '']
        .filter(Boolean)
        .join(':'),
    },
  };
}

/** By version; as a whole or not at all, as several programs may do the same at once. */
async function unpacked(): Promise<string> {
  const { version } = JSON.parse(readFileSync(path.join(BIN, '../package.json'), 'utf8'));
  const folder = path.join(tmpdir(), `aula-chromium-${version}`);
  if (existsSync(folder)) return folder;
  const partial = mkdtempSync(`${folder}-`);
  const { TMPDIR } = process.env;
  process.env.TMPDIR = partial;
  try {
    for (const archive of ARCHIVES) await inflate(path.join(BIN, archive));
  } finally {
    if (TMPDIR === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = TMPDIR;
  }
  try {
    renameSync(partial, folder);
  } catch (thrown) {
    rmSync(partial, { recursive: true });
    if (!existsSync(folder)) throw thrown;
  }
  return folder;
}
