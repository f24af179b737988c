import { elementAt } from '../../facts/element-at.ts';
import type { CategoryMatrix } from './correlation-matrices.ts';

interface Known {
  names: readonly string[];
  found: CategoryMatrix;
}

/** Makes the matrix of columns, of which so many at the front need not be looked at with each other. */
type Make = (names: readonly string[], known: number) => Promise<CategoryMatrix>;

/** Associations of categories found by earlier runs on the same rows: only pairs with a new column are made again. */
export class KnownAssociations {
  readonly #known = new Map<string, Known[]>();

  /**
   * The matrix of these columns.
   * @param rows which rows it is of
   */
  async complete(rows: string, names: readonly string[], make: Make): Promise<CategoryMatrix> {
    const entries = this.#known.get(rows) ?? [];
    const shared = ({ names: others }: Known): string[] => names.filter((name) => others.includes(name));
    const [earlier] = entries.toSorted((a, b) => shared(b).length - shared(a).length);
    const old = earlier === undefined ? [] : shared(earlier);
    if (earlier !== undefined && old.length === names.length) return pick(names, [earlier]);
    const order = [...old, ...names.filter((name) => !old.includes(name))];
    const made = { names: order, found: await make(order, old.length) };
    const found = pick(names, earlier === undefined ? [made] : [earlier, made]);
    this.#known.set(rows, [...entries, { names, found }]);
    return found;
  }
}

/** Each pair from the first matrix that has both columns. */
function pick(names: readonly string[], entries: readonly Known[]): CategoryMatrix {
  const places = entries.map((entry) => new Map(entry.names.map((name, i) => [name, i])));
  const matrixOf = <T>(matrixIn: (found: CategoryMatrix) => readonly (readonly T[])[]): T[][] =>
    names.map((a) =>
      names.map((b) => {
        const at = places.findIndex((place) => place.has(a) && place.has(b));
        const [row, column] = [places[at]?.get(a) ?? -1, places[at]?.get(b) ?? -1];
        return elementAt(elementAt(matrixIn(elementAt(entries, at).found), row), column);
      }),
    );
  return {
    cramersV: matrixOf(({ cramersV }) => cramersV),
    associations: matrixOf(({ associations }) => associations),
    rows: elementAt(entries, 0).found.rows,
  };
}
