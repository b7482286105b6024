/**
 * The command line: reads the arguments, calls one command, and ends with its exit code.
 */
import { Command, CommanderError, InvalidArgumentError } from 'commander';
import { ReplicationError } from '../experiment/executor.ts';
import { BadInput } from './bad-input.ts';
import { EXIT } from './exit-code.ts';
import type { Given } from './failure.ts';
import { terminal } from './io.ts';
import { VERSION } from './version.ts';

const MAX_REPLICATIONS = 10_000_000;
const MAX_THREADS = 1024;

/** Reads a whole number from one to another. */
const wholeFrom =
  (least: number, most = MAX_REPLICATIONS) =>
  (text: string): number => {
    const number = Number(text);
    if (!/^\d+$/.test(text) || number < least || number > most) {
      throw new InvalidArgumentError(`It must be a whole number from ${least} to ${most}.`);
    }
    return number;
  };

const replications = wholeFrom(1);

/** Commands are loaded when they are called, so that help and mistakes in arguments are answered at once. */
function program(): Command {
  const aula = new Command('aula')
    .description('Simulates a joint public-service point: how long people wait, and who could overhear them.')
    .version(VERSION)
    .showHelpAfterError('(aula --help tells more)')
    .addHelpText(
      'after',
      `
Exit codes: 0 fine · 1 a target is missed · 2 bad input · 3 an error of aula's own
            130 stopped by Ctrl-C or SIGTERM, with what was known by then

Examples:
  aula run scenarios/pori.yaml
  aula run scenarios/pori.yaml --replications 1000 --json > pori.json
  aula run scenarios/pori.yaml --precision 2% --time-budget 1min
  aula check my-scenario.yaml`,
    );
  aula
    .command('run')
    .description(
      'Simulate days of a scenario and report waits, visits, privacy and the use of staff and spaces.',
    )
    .argument('<file>', 'scenario file (YAML)')
    .option('-n, --replications <number>', 'how many days to simulate (default: 200)', replications)
    .option('-s, --seed <text>', 'the same seed gives the same days', '1')
    .option('--precision <limit>', 'as many days as it takes: 2% of the figure, or 0.5min')
    .option('--measure <measure>', "what the precision is of, like 'wait.p90 of vero' (default: wait.mean)")
    .option('--max-replications <number>', 'at most so many days (default: 100000)', replications)
    .option('--time-budget <time>', 'stop after so long, like 30s or 5min')
    .option('--threads <number>', 'how many cores to use (default: all)', wholeFrom(1, MAX_THREADS))
    .option('--adjusted', 'narrow intervals by what is known of the arrivals; from 200 days on', false)
    .option('--json', 'print the figures as JSON, and nothing else', false)
    .option('--csv <directory>', 'also write the figures as CSV')
    .option('--no-why', 'do not run what would be without each cause of exposure; takes less time')
    .option('--out <directory>', 'also keep the run there, to look into it or to go on with it')
    .option('--events <days>', 'write down all that happens on days 0,5 or worst:3 or exposed:3')
    .option('-q, --quiet', 'print no report and no progress; the exit code tells', false)
    .action(async (file, options) => {
      const { run } = await import('./run.ts');
      process.exitCode = await run(file, options, terminal());
    });
  aula
    .command('resume')
    .description('Go on with a run that --out has kept: after an interruption, or with more days.')
    .argument('<directory>', 'run directory, made by aula run --out')
    .option(
      '-n, --replications <number>',
      'how many days in all (default: as the run was asked for)',
      replications,
    )
    .option('--events <days>', 'also write down all that happens on days 0,5 or worst:3 or exposed:3')
    .option('--threads <number>', 'how many cores to use (default: all)', wholeFrom(1, MAX_THREADS))
    .option('--json', 'print the figures as JSON, and nothing else', false)
    .option('-q, --quiet', 'print no report and no progress; the exit code tells', false)
    .action(async (directory, options) => {
      const { resume } = await import('./resume.ts');
      process.exitCode = await resume(directory, options, terminal());
    });
  aula
    .command('check')
    .description('Check a scenario file and say all that is wrong with it.')
    .argument('<file>', 'scenario file (YAML)')
    .action(async (file) => {
      const { check } = await import('./check.ts');
      process.exitCode = check(file, terminal());
    });
  aula
    .command('privacy')
    .description('Audit a floor plan: who could hear and see what from where, and what would help.')
    .argument('<file>', 'scenario file (YAML)')
    .option('--json', 'print the audit as JSON', false)
    .action(async (file, options) => {
      const { privacy } = await import('./privacy.ts');
      process.exitCode = privacy(file, options, terminal());
    });
  aula
    .command('explain')
    .description('List the privacy conflicts of one day, or tell one of them as a story.')
    .argument('<file>', 'scenario file (YAML)')
    .option('-s, --seed <text>', 'the same seed gives the same days', '1')
    .option('-r, --replication <number>', 'which day, from 0 on', wholeFrom(0), 0)
    .option('-c, --conflict <number>', 'which conflict, from 1 on, the gravest first', wholeFrom(1))
    .action(async (file, options) => {
      const { explain } = await import('./explain.ts');
      process.exitCode = explain(file, options, terminal());
    });
  aula
    .command('view')
    .description('Watch days in the browser: who is where, waits, is overheard; and try changes.')
    .argument('<designs...>', 'scenario files (YAML) or run directories; the first is the base of comparison')
    .option('-n, --replications <number>', 'how many days there are to choose from', replications)
    .option('-s, --seed <text>', 'the same seed gives the same days')
    .option(
      '--port <number>',
      'on which port of this machine (default: one that is free)',
      wholeFrom(1, 65535),
    )
    .option('--no-open', 'print the address, and open no browser')
    .action(async (designs, options) => {
      const { view } = await import('./view.ts');
      process.exitCode = await view(designs, options, terminal());
    });
  aula
    .command('share')
    .description('Write the viewer with its days as one HTML file that opens without a network.')
    .argument('<designs...>', 'scenario files (YAML) or run directories; the first is the base of comparison')
    .requiredOption('-o, --output <file>', 'the page to write, like report.html')
    .option('-n, --replications <number>', 'how many days there are to choose from', replications)
    .option('-s, --seed <text>', 'the same seed gives the same days')
    .action(async (designs, options) => {
      const { share } = await import('./share.ts');
      process.exitCode = await share(designs, options, terminal());
    });
  aula
    .command('tradeoff')
    .description('Weigh waiting against exposure: run a scenario with several fall-back limits.')
    .argument('<file>', 'scenario file (YAML)')
    .option('-n, --replications <number>', 'how many days to simulate', replications, 200)
    .option('-s, --seed <text>', 'the same seed gives the same days', '1')
    .option('--threads <number>', 'how many cores to use (default: all)', wholeFrom(1, MAX_THREADS))
    .option('--fallback <limits>', 'fall-back limits, in minutes or with a unit', '0,5,10,20,never')
    .option('--json', 'print the figures as JSON, and nothing else', false)
    .option('--html <file>', 'also write a page with the curve')
    .action(async (file, options) => {
      const { tradeoffOf } = await import('./tradeoff.ts');
      process.exitCode = await tradeoffOf(file, options, terminal());
    });
  aula
    .command('compare')
    .description(
      'Compare designs: the same visitors in each, paired differences, and which of them are real.',
    )
    .argument(
      '<files...>',
      'two scenario files (YAML) or more; the first is what the others are compared with',
    )
    .option('-n, --replications <number>', 'how many days to simulate of each', replications, 200)
    .option('-s, --seed <text>', 'the same seed gives the same days', '1')
    .option('--threads <number>', 'how many cores to use (default: all)', wholeFrom(1, MAX_THREADS))
    .option('--adjusted', 'narrow intervals by what is known of the arrivals; from 200 days on', false)
    .option('--json', 'print the figures as JSON, and nothing else', false)
    .option('--csv <directory>', 'also write the figures as CSV')
    .option('--html <file>', 'also write a page with pictures')
    .action(async (files, options) => {
      const { compare } = await import('./compare.ts');
      process.exitCode = await compare(files, options, terminal());
    });
  aula
    .command('sweep')
    .description('Run a scenario with every combination of values of what is varied, and compare them.')
    .argument('<file>', 'scenario file (YAML)')
    .option(
      '--vary <path=values>',
      "what to vary, as in 'roles.adviser.count=2..6'; may be given more than once",
      (text: string, before: string[]) => [...before, text],
      [] as string[],
    )
    .option(
      '--frontier',
      'mark the designs that no other is better than in both, waiting and exposure',
      false,
    )
    .option('-n, --replications <number>', 'how many days to simulate of each', replications, 200)
    .option('-s, --seed <text>', 'the same seed gives the same days', '1')
    .option('--threads <number>', 'how many cores to use (default: all)', wholeFrom(1, MAX_THREADS))
    .option('--adjusted', 'narrow intervals by what is known of the arrivals; from 200 days on', false)
    .option('--json', 'print the figures as JSON, and nothing else', false)
    .option('--csv <path>', 'also write tidy rows as CSV: a file that ends in .csv, or a directory')
    .option('--html <file>', 'also write a page with pictures')
    .action(async (file, options) => {
      const { sweepOf } = await import('./sweep.ts');
      process.exitCode = await sweepOf(file, options, terminal());
    });
  aula
    .command('schema')
    .description('Print the JSON Schema of scenario files, for editors.')
    .action(async () => {
      const { schema } = await import('./schema.ts');
      process.exitCode = schema(terminal());
    });
  for (const command of [aula, ...aula.commands]) command.exitOverride();
  return aula;
}

/** What was asked for, for messages. */
let given: Given = { name: '', args: [] };
/** Whether files are written as well, which are wanted even where nobody reads the output any more. */
let writesFiles = false;
let isOutputLost = false;

/** Does what the arguments of the process ask for; what comes of it is the exit code of the process. */
export async function main(): Promise<void> {
  // A reader that has seen enough, such as `head`, is no error; a full disk is.
  process.stdout.on('error', (thrown: NodeJS.ErrnoException) => {
    if (thrown.code === 'EPIPE') {
      if (!writesFiles) process.exit();
      return;
    }
    if (!isOutputLost) process.stderr.write(`aula: cannot write the output: ${thrown.message}\n`);
    isOutputLost = true;
    if (!writesFiles) process.exit(EXIT.badInput);
  });
  process.on('exit', () => {
    if (isOutputLost) process.exitCode = EXIT.badInput;
  });
  // Nobody is left to tell; what goes to the output is wanted all the same.
  process.stderr.on('error', () => {});
  try {
    const aula = program();
    aula.hook('preAction', (_, command) => {
      const { vary = [], fallback, ...options } = command.opts<{ vary?: string[]; fallback?: string }>();
      writesFiles = command.name() === 'resume' || ['out', 'csv', 'html'].some((name) => name in options);
      const varied = [
        ...vary.flatMap((one) => ['--vary', one]),
        ...(fallback === undefined ? [] : ['--fallback', fallback]),
      ];
      given = { name: command.name(), args: command.args, varied };
    });
    await aula.parseAsync();
  } catch (thrown) {
    if (thrown instanceof CommanderError)
      process.exitCode = thrown.exitCode === 0 ? EXIT.fine : EXIT.badInput;
    else if (thrown instanceof BadInput) {
      process.stderr.write(`aula: ${thrown.message}\n`);
      process.exitCode = EXIT.badInput;
    } else if (thrown instanceof ReplicationError) {
      const { failureText } = await import('./failure.ts');
      process.stderr.write(`aula ${VERSION}: ${failureText(thrown, given)}\n`);
      process.exitCode = EXIT.internalError;
    } else {
      const trace = thrown instanceof Error ? thrown.stack : String(thrown);
      process.stderr.write(
        `aula ${VERSION} has failed: this is an error of its own, not of your scenario.\n` +
          `Please report it with the command (${process.argv.slice(2).join(' ')}) and the lines below.\n${trace}\n`,
      );
      process.exitCode = EXIT.internalError;
    }
  }
}
