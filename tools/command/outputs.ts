import { copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { commandWords } from '../../src/words/command-words.ts';

/** A place for a file, beside it, that no reader takes for one. */
const beside = (path: string, what: string): string =>
  join(dirname(path), `.${basename(path)}.${String(process.pid)}.${what}`);
const unfinished = (path: string): string => beside(path, 'new');
const earlier = (path: string): string => beside(path, 'old');

/** Files that are written all or none: whoever reads one meanwhile sees the one before. */
export class Outputs {
  /** Places that can be written to. */
  readonly #paths: string[] = [];
  /** Folders that were made for them. */
  readonly #folders: string[] = [];

  /**
   * Makes the folders and tries to write in them, so that what cannot be written is known before the work.
   * @throws Error that names the path that cannot be
   */
  constructor(paths: readonly string[]) {
    try {
      for (const path of paths) this.#reserve(path);
    } catch (error) {
      this.abandon();
      throw error;
    }
  }

  #reserve(path: string): void {
    try {
      const made = mkdirSync(dirname(path), { recursive: true });
      if (made !== undefined) this.#folders.unshift(made);
      writeFileSync(unfinished(path), '');
      this.#paths.push(path);
    } catch (error) {
      throw new Error(commandWords.files.notWritable(path, (error as Error).message), { cause: error });
    }
    if (existsSync(path) && statSync(path).isDirectory()) throw new Error(commandWords.files.isFolder(path));
  }

  /** Puts all of them in place. If one fails, those of before stay, or are put back. */
  write(contents: ReadonlyMap<string, string | Uint8Array>): void {
    const placed: string[] = [];
    try {
      for (const [path, content] of contents) writeFileSync(unfinished(path), content);
      for (const path of contents.keys()) if (existsSync(path)) copyFileSync(path, earlier(path));
      for (const path of contents.keys()) {
        renameSync(unfinished(path), path);
        placed.push(path);
      }
    } catch (error) {
      for (const path of placed) {
        if (existsSync(earlier(path))) renameSync(earlier(path), path);
        else rmSync(path, { force: true });
      }
      throw error;
    } finally {
      for (const path of this.#paths) rmSync(earlier(path), { force: true });
    }
  }

  /** Leaves nothing that is not whole; folders that were made for nothing go as well. */
  abandon(): void {
    for (const path of this.#paths) rmSync(unfinished(path), { force: true });
    for (const folder of this.#folders) if (isEmpty(folder)) rmSync(folder, { recursive: true });
  }
}

/** Whether there is no file in a folder, at any depth. */
const isEmpty = (folder: string): boolean =>
  existsSync(folder) && readdirSync(folder, { recursive: true, withFileTypes: true }).every((one) => one.isDirectory());
