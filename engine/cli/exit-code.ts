/** How the program ends; documented in `aula --help` and docs/reference/command-line.md. */
export const EXIT = {
  fine: 0,
  targetMissed: 1,
  badInput: 2,
  internalError: 3,
  /** By Ctrl-C, as shells have it (128 and the number of the signal), or by SIGTERM. */
  interrupted: 130,
} as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
