import type { Matrix, Table } from '../../data.ts';
import { words } from '../../../words/words.ts';
import { quoted } from '../../text.ts';
import type { HeatKind } from './heat-map.ts';

const { columns, heatMap: texts } = words.figures;

interface Pair {
  a: string;
  b: string;
  value: number | null;
}

function pairs({ columns: names, values }: Matrix): Pair[] {
  return names.flatMap((a, i) => names.slice(i + 1).map((b, j) => ({ a, b, value: values[i]?.[i + 1 + j] ?? null })));
}

/** Current less reference, where both are known. */
export function differenceMatrix(names: string[], reference: Matrix['values'], current: Matrix['values']): Matrix {
  return {
    columns: names,
    values: names.map((_, r) =>
      names.map((__, c) => {
        const referenceValue = reference[r]?.[c] ?? null;
        const currentValue = current[r]?.[c] ?? null;
        return referenceValue === null || currentValue === null ? null : currentValue - referenceValue;
      }),
    ),
  };
}

export function describeHeatMap(matrix: Matrix, kind: HeatKind): string {
  const allPairs = pairs(matrix);
  const known = allPairs.filter((pair): pair is Pair & { value: number } => pair.value !== null);
  const strongest = known.reduce<(typeof known)[number] | null>(
    (best, pair) => (best === null || Math.abs(pair.value) > Math.abs(best.value) ? pair : best),
    null,
  );
  const unknown = allPairs.length - known.length;
  if (strongest === null) return allPairs.length === 0 ? texts.tooFew : texts.unknown(unknown);
  const pair = { a: quoted(strongest.a), b: quoted(strongest.b), value: strongest.value, unknown };
  if (kind !== 'difference') return texts.strongest(pair);
  return strongest.value === 0 ? texts.unchanged(unknown) : texts.changedMost(pair);
}

/** So many columns have a table as wide as the matrix. */
const WIDEST = 30;
const MOST_ROWS = 500;

/** The matrix itself, or for many columns its pairs, strongest first. */
export function heatMapTable(matrix: Matrix): Table {
  if (matrix.columns.length <= WIDEST) {
    return {
      columns: [
        { name: columns.column, holds: 'text' },
        ...matrix.columns.map((name) => ({ name, holds: 'number' as const })),
      ],
      rows: matrix.columns.map((name, i) => [name, ...(matrix.values[i] ?? [])]),
    };
  }
  const ranked = pairs(matrix).sort((a, b) => Math.abs(b.value ?? 0) - Math.abs(a.value ?? 0));
  return {
    columns: [
      { name: columns.column, holds: 'text' },
      { name: columns.other, holds: 'text' },
      { name: columns.value, holds: 'number' },
    ],
    rows: ranked.slice(0, MOST_ROWS).map(({ a, b, value }) => [a, b, value]),
    ...(ranked.length > MOST_ROWS && { note: texts.notListed(ranked.length - MOST_ROWS) }),
  };
}
