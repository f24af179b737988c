import type { Metric } from '../../../src/facts/document/model/estimates.ts';
import type { Random } from '../../../src/stats/random.ts';

/** How often a 95 % interval holds what is true. */
export interface Coverage {
  what: string;
  measure: string;
  share: number;
  runs: number;
}

/** Rows of the table that are made together. */
export interface CoverageCase {
  what: string;
  cover: (runs: number) => Coverage[];
}

export const normal = (random: Random): number =>
  Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());

export const holds = (one: { low: number | null; high: number | null } | null | undefined, truth: number): number =>
  Number(typeof one?.low === 'number' && typeof one.high === 'number' && one.low <= truth && truth <= one.high);

export const find = (metrics: readonly Metric[], id: string): Metric | undefined =>
  metrics.find((metric) => metric.id === id);

/** How often intervals held what is true, by measure. */
export class Hits {
  readonly #counts = new Map<string, number>();

  #add(measure: string, hit: number): void {
    this.#counts.set(measure, (this.#counts.get(measure) ?? 0) + hit);
  }

  /** Each measure of the current file, and its difference, which is none. */
  add(metrics: readonly Metric[], truth: Readonly<Record<string, number>>): void {
    for (const [id, value] of Object.entries(truth)) {
      const metric = find(metrics, id);
      this.#add(id, holds(metric?.values.current, value));
      this.#add(`difference of ${id}`, holds(metric?.difference, 0));
    }
  }

  shares(what: string, runs: number): Coverage[] {
    return [...this.#counts].map(([measure, count]) => ({ what, measure, share: count / runs, runs }));
  }
}
