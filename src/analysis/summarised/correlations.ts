import type { PerSide } from '../../facts/document/side.ts';
import { mapSides } from '../../facts/document/sides.ts';
import type { ProductSums, SummaryFile } from '../../facts/summary-file.ts';
import type { FoundMatrix } from '../compare/correlation-changes.ts';
import type { Plan } from '../run/plan.ts';

/** A variance below this share of the mean square may be rounding: the column counts as constant. */
const CONSTANT = 1e-11;
const FEWEST_ROWS = 3;

/** Pearson's matrix, from sums of products; how far coefficients spread the rows alone could tell, so no pair is tested. Ranks and categories need the rows. */
export function summarisedCorrelations(
  files: PerSide<SummaryFile>,
  { correlations: { numeric, leftOut } }: Pick<Plan, 'correlations'>,
): FoundMatrix[] {
  const known = new Set(Object.values(files).flatMap(({ products }) => products.flatMap(({ x, y }) => [x, y])));
  const columns = numeric.filter((name) => known.has(name));
  if (columns.length < 2) return [];
  return [
    {
      method: 'pearson',
      columns,
      columnsLeftOut: leftOut.numeric + numeric.length - columns.length,
      values: mapSides(files, ({ products }) => matrixOf(products, columns)),
      rowsUsed: mapSides(files, ({ rows }) => rows),
      ...{ sampled: false, spreads: {} },
    },
  ];
}

function matrixOf(products: readonly ProductSums[], columns: readonly string[]): (number | null)[][] {
  const places = new Map(columns.map((name, i) => [name, i]));
  const matrix = columns.map((_, i) => columns.map((__, j): number | null => (i === j ? 1 : null)));
  for (const sums of products) {
    const [i, j] = [places.get(sums.x), places.get(sums.y)];
    if (i === undefined || j === undefined) continue;
    const value = coefficientOf(sums);
    for (const [row, column] of [
      [i, j],
      [j, i],
    ] as const) {
      const cells = matrix[row];
      if (cells !== undefined) cells[column] = value;
    }
  }
  return matrix;
}

/** Null for fewer than three rows and for a constant column. */
function coefficientOf({ n, xy, sumX, squaresX, sumY, squaresY }: ProductSums): number | null {
  if (n < FEWEST_ROWS) return null;
  const variances = [squaresX - (sumX * sumX) / n, squaresY - (sumY * sumY) / n] as const;
  if (variances[0] <= CONSTANT * squaresX || variances[1] <= CONSTANT * squaresY) return null;
  const value = (xy - (sumX * sumY) / n) / Math.sqrt(variances[0] * variances[1]);
  return Math.max(-1, Math.min(1, value));
}
