/** What a sweep varies, read from its options and held against the scenario; what makes no sense is told before anything runs. */
import { MAX_DESIGNS, sizeOf } from '../experiment/grid.ts';
import { parseVariable, type Variable } from '../experiment/vary.ts';
import type { Path } from '../scenario/finding.ts';
import { ALIASES, pathsOf } from '../scenario/overrides.ts';
import type { Scenario } from '../scenario/schema.ts';
import type { Tree } from '../scenario/tree.ts';
import { visible } from '../scenario/visible.ts';
import { BadInput } from './bad-input.ts';

/** The variables as they are written, no more of them than can be run. */
export function variablesOf(texts: readonly string[]): Variable[] {
  if (texts.length === 0)
    throw new BadInput("there is nothing to vary; write --vary 'roles.adviser.count=2..6'");
  const variables = texts.map((text) => {
    const variable = parseVariable(text);
    if (typeof variable === 'string') throw new BadInput(`--vary ${variable}`);
    return variable;
  });
  const size = sizeOf(variables);
  if (size > MAX_DESIGNS) {
    const product = variables.map(({ values }) => values.length).join(' × ');
    throw new BadInput(
      `the grid has ${variables.length > 1 ? `${product} = ` : ''}${size} designs, and at most ${MAX_DESIGNS} are run; ` +
        'vary less at once, or in larger steps',
    );
  }
  return variables;
}

/** A variable, with all that it stands for in the scenario as it is. */
export interface Varied {
  readonly variable: Variable;
  readonly paths: readonly Path[];
}

/**
 * A path that leads nowhere is so for all designs, and is told once, before the others are looked at. So is a variable all of
 * which a later one writes over, since its values would make no difference.
 */
export function variedIn(variables: readonly Variable[], tree: Tree): Varied[] {
  const all = variables.map((variable): Varied => ({ variable, paths: pathsIn(variable, tree) }));
  for (const [k, { variable, paths }] of all.entries()) {
    const over = all
      .slice(k + 1)
      .find((later) => paths.length > 0 && paths.every((path) => covers(later, path)));
    if (over === undefined) continue;
    const [one, other] = [visible(variable.path), visible(over.variable.path)];
    const isSame = over.paths.every((path) => covers({ paths }, path));
    throw new BadInput(
      isSame
        ? `${one} is varied twice${one === other ? '' : `, also as ${other}`}; write its values in one --vary`
        : `--vary ${one} would change nothing, as ${other} is put in after it; write it last`,
    );
  }
  return all;
}

function pathsIn({ path }: Variable, tree: Tree): Path[] {
  if (path === 'extends')
    throw new BadInput(
      '--vary extends: values are put in after it is read; sweep the other file, or compare the two',
    );
  const isAlias = Object.hasOwn(ALIASES, path);
  return (isAlias ? ALIASES[path] : [path]).flatMap((pattern) => {
    const found = pathsOf(pattern, tree);
    if (typeof found !== 'string') return found;
    if (!isAlias) throw new BadInput(`--vary ${visible(path)}: ${found}`);
    return [];
  });
}

/** Whether the path, or what it is in, is one of the paths. */
const covers = ({ paths }: Pick<Varied, 'paths'>, path: Path): boolean =>
  paths.some((other) => other.length <= path.length && other.every((step, k) => step === path[k]));

/** What varies less than it seems to. */
export function doubtsOf(variables: readonly Variable[], { matters }: Scenario): string[] {
  const own = Object.values(matters).filter(({ fallback }) => fallback?.after !== undefined).length;
  if (own === 0 || !variables.some(({ path }) => path === 'policy.fallback')) return [];
  const keep = own === 1 ? '1 matter keeps a limit of its own' : `${own} matters keep limits of their own`;
  return [`${keep} (fallback.after); --vary 'fallback=…' varies all`];
}
