import { configByName, type Config } from '../../../facts/settings/settings.ts';
import { choosesRows } from '../choose-rows.ts';
import { ResultCache } from './result-cache.ts';
import { ValueStore } from './value-store.ts';

/** What runs on the same rows share. */
export interface KeptResults {
  cache: ResultCache;
  values: ValueStore;
}

/** Choices of rows whose results are kept beside those of all rows: the last ones. */
const MOST_CHOICES = 6;

/**
 * What runs on open files have found, by the rows that they were made of: a filter that is taken off, and one that comes again, cost nothing anew.
 * Values are kept for all rows and for the last choice alone: who comes back to an earlier one has its results.
 */
export class ResultsByRows {
  readonly #limit: number;
  readonly #all: KeptResults;
  readonly #choices = new Map<string, KeptResults>();
  readonly #dropped: (cache: ResultCache) => void;

  /**
   * @param limit bytes of values that are kept at once
   * @param dropped is told of results that are kept no more
   */
  constructor(limit: number, dropped: (cache: ResultCache) => void) {
    this.#limit = limit;
    this.#dropped = dropped;
    this.#all = { cache: new ResultCache(), values: new ValueStore(limit) };
  }

  /** Everything that was found on the rows that these settings choose. */
  resultsFor(config: Config): KeptResults {
    if (!choosesRows(config)) return this.#all;
    const key = keyOf(config);
    const last = [...this.#choices.keys()].at(-1);
    const known = this.#choices.get(key);
    if (known !== undefined && key === last) return known;
    for (const choice of this.#choices.values()) choice.values = new ValueStore(0);
    this.#choices.delete(key);
    const results = { cache: known?.cache ?? new ResultCache(), values: new ValueStore(this.#limit) };
    this.#choices.set(key, results);
    this.#dropOldest();
    return results;
  }

  /** All there are, for whoever forgets them. */
  caches(): ResultCache[] {
    return [this.#all, ...this.#choices.values()].map(({ cache }) => cache);
  }

  #dropOldest(): void {
    const [oldest] = this.#choices;
    if (oldest === undefined || this.#choices.size <= MOST_CHOICES) return;
    this.#choices.delete(oldest[0]);
    this.#dropped(oldest[1].cache);
  }
}

/** Which rows are chosen hangs on what is missing in the columns that they are chosen by, and on their types. */
function keyOf(config: Config): string {
  const { filter = [], split, missing } = config;
  const names = new Set([...filter.map(({ column }) => column), ...(split === undefined ? [] : [split.column])]);
  const settings = configByName(config);
  return JSON.stringify([filter, split, missing, [...names].map((name) => settings.get(name))]);
}
