import { elementAt } from '../../facts/element-at.ts';
import type { NumberMatrices } from './correlation-matrices.ts';

interface Known {
  names: readonly string[];
  matrices: NumberMatrices;
}

/** Matrices of earlier runs on the same rows. Each pair is correlated by itself, so that fewer columns take nothing new. */
export class KnownMatrices {
  readonly #known = new Map<string, Known[]>();

  keep(rows: string, names: readonly string[], matrices: NumberMatrices): void {
    this.#known.set(rows, [...(this.#known.get(rows) ?? []), { names, matrices }]);
  }

  /** The matrices of these columns; null where some were in none together. */
  find(rows: string, names: readonly string[]): NumberMatrices | null {
    const known = this.#known.get(rows)?.find((entry) => names.every((name) => entry.names.includes(name)));
    if (known === undefined) return null;
    const places = names.map((name) => known.names.indexOf(name));
    const pick = <T>(matrix: readonly (readonly T[])[]): T[][] =>
      places.map((row) => places.map((column) => elementAt(elementAt(matrix, row), column)));
    const { pearson, spearman, spreads, rows: used } = known.matrices;
    return {
      ...{ pearson: pick(pearson), spearman: pick(spearman), rows: used },
      spreads: { pearson: pick(spreads.pearson), spearman: pick(spreads.spearman) },
    };
  }
}
