/** What one might do after a command, at the end of its report: commands to copy, each with what it is for. */
import { WIDTH } from '../report/terminal/layout.ts';
import { columns } from '../scenario/visible.ts';

/**
 * Side by side where that fits, or else what for in a line below. A command is never broken, since it is to be copied: one with a
 * long path may be wider than a report.
 */
export function nextSteps(steps: readonly (readonly [command: string, what: string])[]): string[] {
  const width = Math.max(...steps.map(([command]) => columns(command)));
  const beside = steps.map(
    ([command, what]) => `  ${command}${' '.repeat(width - columns(command))}  ${what}`,
  );
  const fits = beside.every((line) => columns(line) <= WIDTH);
  return ['Next', ...(fits ? beside : steps.flatMap(([command, what]) => [`  ${command}`, `    ${what}`]))];
}
