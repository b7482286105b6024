/**
 * The page of the viewer, built: as it was built last where none of its sources is newer, or else built now. What is built
 * is kept in viz/dist; where nothing can be written there, it is built each time.
 */
import {
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';

/** The parts of the page, whole; the HTML names the others as `app.js` and `app.css`. */
export interface Page {
  readonly html: string;
  readonly script: string;
  readonly style: string;
}

/** The page cannot be built here; the message says why, and what helps. */
export class CannotBuild extends Error {}

const ROOT = path.resolve(import.meta.dirname, '../..');
const VIZ = path.join(ROOT, 'viz');
const DIST = path.join(VIZ, 'dist');
const FILES = { html: 'index.html', script: 'app.js', style: 'app.css' } as const;
/** Of the page; `viz/serve` and `engine/cli` are not in it. */
const SOURCES = ['viz', 'engine', 'package-lock.json'];
const ASIDE = new Set(['dist', 'serve', 'cli', 'node_modules']);

/** `say` is told when it is built, which takes some seconds. */
export async function builtPage(say: (text: string) => void): Promise<Page> {
  const kept = keptPage();
  if (kept !== null) return kept;
  say('Building the viewer, as its sources are newer than what was built …\n');
  const began = new Date();
  const page = await build();
  keep(page, began);
  return page;
}

function keptPage(): Page | null {
  try {
    const files = Object.values(FILES).map((name) => path.join(DIST, name));
    const built = Math.min(...files.map((file) => statSync(file).mtimeMs));
    if (SOURCES.some((source) => newest(path.join(ROOT, source)) > built)) return null;
    const [html, script, style] = files.map((file) => readFileSync(file, 'utf8'));
    return { html, script, style };
  } catch {
    // It has not been built, or was built by halves.
    return null;
  }
}

/** When anything in there was changed last. */
function newest(at: string): number {
  const status = statSync(at);
  if (!status.isDirectory()) return status.mtimeMs;
  return readdirSync(at)
    .filter((name) => !ASIDE.has(name))
    .reduce((latest, name) => Math.max(latest, newest(path.join(at, name))), 0);
}

async function build(): Promise<Page> {
  const outputs = await outputsOfVite();
  const textOf = (name: string): string => {
    const found = outputs.find(({ fileName }) => fileName === name);
    if (found === undefined)
      throw new CannotBuild(`the viewer cannot be built: ${name} has not come out of it`);
    return found.text;
  };
  return { html: textOf(FILES.html), script: textOf(FILES.script), style: textOf(FILES.style) };
}

async function outputsOfVite(): Promise<{ fileName: string; text: string }[]> {
  try {
    const vite = await import('vite');
    const built = await vite.build({
      root: VIZ,
      configFile: path.join(VIZ, 'vite.config.ts'),
      logLevel: 'silent',
      build: { write: false },
    });
    return [built].flat().flatMap((one) =>
      'output' in one
        ? one.output.map((part) => ({
            fileName: part.fileName,
            text: part.type === 'chunk' ? part.code : Buffer.from(part.source).toString('utf8'),
          }))
        : [],
    );
  } catch (thrown) {
    const why = thrown instanceof Error ? thrown.message : String(thrown);
    throw new CannotBuild(
      `the viewer cannot be built: ${why}\nIts parts come with \`npm ci\`; \`npx vite build viz\` says more.`,
    );
  }
}

/**
 * Each file as a whole or not at all, as several programs may do the same at once. Of the time when the building began: what
 * is changed meanwhile may not be in it.
 */
function keep(page: Page, began: Date): void {
  try {
    mkdirSync(DIST, { recursive: true });
    for (const part of ['script', 'style', 'html'] as const) {
      const file = path.join(DIST, FILES[part]);
      const temporary = `${file}.${process.pid}.partial`;
      try {
        writeFileSync(temporary, page[part]);
        utimesSync(temporary, began, began);
        renameSync(temporary, file);
      } catch (thrown) {
        rmSync(temporary, { force: true });
        throw thrown;
      }
    }
  } catch {
    // An installation that only others may write to; the page is there all the same.
  }
}
