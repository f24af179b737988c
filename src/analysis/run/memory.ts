import type { ColumnJob } from './plan.ts';
import type { ColumnResult } from '../../facts/results.ts';

/** What earlier runs on the same data have found: what a change of settings does not touch is not computed again. */
export class Memory {
  /** Columns by their job, and by how they are drawn and scored. */
  readonly #columns = new Map<string, Map<string, ColumnResult>>();
  readonly #whole = new Map<string, unknown>();

  /** A column as it was found before: as it is wanted, or drawn and scored in another way (then `same` is false). */
  column(job: ColumnJob, given: unknown): { result: ColumnResult; same: boolean } | null {
    const [found, drawn] = keysOf(job, given);
    const known = this.#columns.get(found);
    const result = known?.get(drawn);
    if (result !== undefined) return { result, same: true };
    const [other] = known?.values() ?? [];
    return other === undefined ? null : { result: other, same: false };
  }

  keep(job: ColumnJob, given: unknown, result: ColumnResult): void {
    const [found, drawn] = keysOf(job, given);
    const known = this.#columns.get(found) ?? new Map<string, ColumnResult>();
    this.#columns.set(found, known.set(drawn, result));
  }

  /** The result under a key, made by `make` the first time; one that fails is not kept. */
  async once<T>(key: readonly unknown[], make: () => Promise<T>): Promise<T> {
    const text = JSON.stringify(key);
    if (this.#whole.has(text)) return this.#whole.get(text) as T;
    const made = await make();
    this.#whole.set(text, made);
    return made;
  }
}

/** What a numeric column is found by, and what only its picture and Evidently's score hang on. */
function keysOf(job: ColumnJob, given: unknown): [found: string, drawn: string] {
  if (job.form !== 'numeric') return [JSON.stringify([job, given]), ''];
  const { bins, compare, ...rest } = job;
  const { evidently, ...comparison } = compare ?? {};
  return [JSON.stringify([rest, compare === null ? null : comparison, given]), JSON.stringify([bins, evidently])];
}
