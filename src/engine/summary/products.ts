import { elementAt } from '../../facts/element-at.ts';
import type { ProductSums } from '../../facts/summary-file.ts';
import type { DefinedColumn } from './definitions.ts';
import type { SummaryTable } from './summary-table.ts';
import type { Sums } from './sums.ts';

type ByName = ReadonlyMap<string, Sums> | undefined;

/** Of one pair of columns. */
interface Pair {
  n: number;
  total: number;
  squares: number;
}

/** By name, then by other. */
const pairsOf = (sums: ByName): Map<string, Map<string, Pair>> =>
  new Map(
    [...(sums ?? [])].map(([name, { partners, n, total, squares }]) => [
      name,
      new Map(
        partners.map((partner, i) => [
          partner,
          { n: elementAt(n, i), total: elementAt(total, i), squares: elementAt(squares, i) },
        ]),
      ),
    ]),
  );

/**
 * Sums over the rows in which two columns are both finite.
 * @param table the summary file
 * @param columns in their order, which pairs have too
 * @param sums of products, and of each column over the rows of a pair
 * @throws PlumblineError for a pair that lacks one of the three, or of which they count other rows
 */
export function productsOf(
  table: SummaryTable,
  columns: readonly DefinedColumn[],
  { products, paired }: { products: ByName; paired: ByName },
): ProductSums[] {
  const sums = pairsOf(paired);
  const places = new Map(columns.map(({ name }, place) => [name, place]));
  const inOrder = <Value>(named: ReadonlyMap<string, Value>): [string, Value][] =>
    [...named].sort(([a], [b]) => (places.get(a) ?? 0) - (places.get(b) ?? 0));
  return inOrder(pairsOf(products)).flatMap(([x, partners]) =>
    inOrder(partners).map(([y, { n, total }]) => {
      const [ofX, ofY] = [sums.get(x)?.get(y), sums.get(y)?.get(x)];
      if (ofX?.n !== n || ofY?.n !== n) throw table.problem({ problem: 'pair', x, y });
      return {
        ...{ x, y, n, xy: total },
        ...{ sumX: ofX.total, squaresX: ofX.squares, sumY: ofY.total, squaresY: ofY.squares },
      };
    }),
  );
}
