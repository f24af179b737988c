import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { openFolder } from '../systems/machine.ts';

export type Cell = string | number | boolean | null;

/** A program that reads a statement a line, as JSON, and answers each with a line: its rows, or what is wrong. */
export class Conversation {
  readonly #child: ChildProcess;
  readonly #lines: AsyncIterator<string>;
  #last: Promise<unknown> = Promise.resolve();
  #said = '';

  constructor(program: string, args: readonly string[]) {
    this.#child = spawn(program, [...args], { cwd: openFolder('engine'), stdio: 'pipe' });
    this.#child.stderr?.setEncoding('utf8').on('data', (part: string) => (this.#said += part));
    this.#child.on('error', (error) => (this.#said += String(error)));
    this.#child.stdin?.on('error', () => undefined);
    this.#lines = createInterface({ input: this.#child.stdout ?? process.stdin })[Symbol.asyncIterator]();
  }

  /** @throws Error with what the engine says of the statement */
  ask(statement: string): Promise<Cell[][]> {
    const answer = this.#last.then(() => this.#ask(statement));
    this.#last = answer.catch(() => undefined);
    return answer;
  }

  async #ask(statement: string): Promise<Cell[][]> {
    this.#child.stdin?.write(`${JSON.stringify(statement)}\n`);
    const line = await this.#lines.next();
    if (line.done === true) throw new Error(`The engine has ended: ${this.#said}`);
    const answer = JSON.parse(line.value) as { rows: Cell[][] } | { error: string };
    if ('error' in answer) throw new Error(`${answer.error}\n${statement}`);
    return answer.rows;
  }

  async end(): Promise<void> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null || this.#child.pid === undefined) return;
    const ended = once(this.#child, 'exit');
    this.#child.stdin?.end();
    await ended;
  }
}
