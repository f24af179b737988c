import { KnownAssociations } from '../../compare/known-associations.ts';
import { KnownMatrices } from '../../compare/known-matrices.ts';
import type { ColumnJob } from '../plan.ts';
import type { ColumnResult } from '../../../facts/document/drift.ts';

/** What hangs on the bins, and on Evidently's settings. */
export type Part = 'distribution' | 'scores';

/** A column as it was found before, and what of it is to be made anew. */
export interface Known {
  result: ColumnResult;
  lacks: Part[];
}

interface Entry {
  result: ColumnResult;
  distributions: Map<string, ColumnResult['distribution']>;
  scores: Map<string, ColumnResult['scores']>;
}

let opened = 0;

/** What earlier runs on the same data have found: what a change of settings does not touch is not computed again. */
export class ResultCache {
  readonly #id = opened++;

  /** What the keys of these data's summaries start with, and no others'. */
  get keyPrefix(): string {
    return `${String(this.#id)}:`;
  }
  readonly matrices = new KnownMatrices();
  readonly associations = new KnownAssociations();
  readonly #columns = new Map<string, Entry>();
  readonly #others = new Map<string, unknown>();

  /** A column that was found before by what it depends on (`basis`), with other bins or scores at most. */
  column(job: ColumnJob, basis: unknown): Known | null {
    const keys = keysOf(job, basis);
    const entry = this.#columns.get(keys.found);
    if (entry === undefined) return null;
    const distribution = entry.distributions.get(keys.bins);
    const scores = entry.scores.get(keys.score);
    return {
      result: {
        ...entry.result,
        ...(distribution !== undefined && { distribution }),
        ...(scores !== undefined && { scores }),
      },
      lacks: [...(distribution === undefined ? ['distribution' as const] : []), ...(scores ? [] : ['scores' as const])],
    };
  }

  keep(job: ColumnJob, basis: unknown, result: ColumnResult): void {
    const keys = keysOf(job, basis);
    const known = this.#columns.get(keys.found) ?? { result, distributions: new Map(), scores: new Map() };
    known.distributions.set(keys.bins, result.distribution);
    known.scores.set(keys.score, result.scores);
    this.#columns.set(keys.found, known);
  }

  /** The result under a key, made by `make` the first time; one that fails is not kept. */
  async getOrMake<T>(key: readonly unknown[], make: () => Promise<T>): Promise<T> {
    const text = JSON.stringify(key);
    if (this.#others.has(text)) return this.#others.get(text) as T;
    const made = await make();
    this.#others.set(text, made);
    return made;
  }

  /** What was kept under a key; undefined where nothing was. */
  found<T>(key: readonly unknown[]): T | undefined {
    return this.#others.get(JSON.stringify(key)) as T | undefined;
  }

  /** Keeps what takes several steps to make, once it is whole. */
  keepFound<T>(key: readonly unknown[], result: T): void {
    this.#others.set(JSON.stringify(key), result);
  }
}

function keysOf(job: ColumnJob, basis: unknown): { found: string; bins: string; score: string } {
  const { bins, compare, ...rest } = job;
  const { evidently, ...comparison } = compare ?? {};
  return {
    found: JSON.stringify([rest, compare === null ? null : comparison, basis]),
    bins: job.form === 'numeric' ? JSON.stringify(bins) : '',
    score: JSON.stringify(evidently),
  };
}
