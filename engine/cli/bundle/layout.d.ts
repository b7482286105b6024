/** Types of `layout.js`, which is JavaScript as it runs before there is anything that runs TypeScript. */
export type Part = 'before' | 'code' | 'compiled' | 'map';
/** A path from the root, and how many bytes it has. */
export type Input = readonly [name: string, length: number];
export const ROOT: string;
export const FILE: string;
export const WORKER_FILE: string;
export function scriptName(file: string): string;
export function packed(inputs: readonly Input[], parts: Readonly<Record<Part, Uint8Array>>): Buffer;
