/**
 * Who takes part in the rounds: a program that runs one round for each line that it is sent, and answers with a line of
 * JSON. Ours and the peers are the same to whoever measures.
 */
import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { type Measurement, measurement } from './work.ts';

export interface Contestant {
  readonly name: string;
  readonly unit: string;
  readonly besides?: string;
  /** Of a peer: whose work of ours it does, and what it is written in. */
  readonly peer?: { readonly of: string; readonly language: string };
  /** The program and its arguments; or why it is absent. */
  readonly command: readonly [string, ...string[]] | { readonly absent: string };
}

/** A contestant's program as long as it runs. */
export class Running {
  private readonly child: ChildProcessByStdio<Writable, Readable, Readable>;
  private readonly answers: AsyncIterator<string>;
  private readonly name: string;
  private errors = '';

  constructor(name: string, [program, ...options]: readonly [string, ...string[]]) {
    this.name = name;
    this.child = spawn(program, options, { stdio: ['pipe', 'pipe', 'pipe'] });
    this.child.on('error', (error) => (this.errors += error.message));
    this.child.stderr.on('data', (text) => (this.errors += text));
    // What is written to a program that has ended is told by the missing answer.
    this.child.stdin.on('error', () => {});
    this.answers = createInterface({ input: this.child.stdout })[Symbol.asyncIterator]();
  }

  /** Throws where the program answers nothing, or nothing that can be read. */
  async round(): Promise<Measurement> {
    this.child.stdin.write('\n');
    const { value, done } = await this.answers.next();
    if (done) throw new Error(`${this.name} has stopped: ${this.errors.trim() || 'without a word'}`);
    return measurement.parse(JSON.parse(value));
  }

  end(): void {
    this.child.stdin.end();
  }
}
