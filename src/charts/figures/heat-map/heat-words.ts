import type { Matrix, Table } from '../../data.ts';
import type { Reading } from '../../reading.ts';
import { quoted } from '../../text.ts';
import type { HeatKind } from './heat-map.ts';

interface Pair {
  a: string;
  b: string;
  value: number | null;
}

function pairs({ columns, values }: Matrix): Pair[] {
  return columns.flatMap((a, i) =>
    columns.slice(i + 1).map((b, j) => ({ a, b, value: values[i]?.[i + 1 + j] ?? null })),
  );
}

/** Current less reference, where both are known. */
export function differenceMatrix(columns: string[], reference: Matrix['values'], current: Matrix['values']): Matrix {
  return {
    columns,
    values: columns.map((_, r) =>
      columns.map((__, c) => {
        const before = reference[r]?.[c] ?? null;
        const after = current[r]?.[c] ?? null;
        return before === null || after === null ? null : after - before;
      }),
    ),
  };
}

export function describeHeatMap(matrix: Matrix, kind: HeatKind, read: Reading): string {
  const all = pairs(matrix);
  const known = all.filter((pair): pair is Pair & { value: number } => pair.value !== null);
  const strongest = known.reduce<(typeof known)[number] | null>(
    (best, pair) => (best === null || Math.abs(pair.value) > Math.abs(best.value) ? pair : best),
    null,
  );
  const unknown = all.length - known.length;
  const lack =
    unknown === 0 ? '' : ` ${read.count(unknown)} ${unknown === 1 ? 'pair' : 'pairs'} could not be computed.`;
  if (strongest === null) return all.length === 0 ? 'There are fewer than two columns to compare.' : lack.trim();
  const names = `${quoted(strongest.a)} and ${quoted(strongest.b)}`;
  if (kind === 'difference') {
    return strongest.value === 0
      ? `No pair differs between the files.${lack}`
      : `The pair that changed most is ${names}, by ${signed(strongest.value, read)}.${lack}`;
  }
  return `The strongest pair is ${names}, at ${read.number(strongest.value)}.${lack}`;
}

const signed = (value: number, read: Reading) => (value > 0 ? `+${read.number(value)}` : read.number(value));

const mostRows = 500;

/** The matrix itself, or for many columns its pairs, strongest first. */
export function heatMapTable(matrix: Matrix, read: Reading): Table {
  if (matrix.columns.length <= 30) {
    return {
      columns: [
        { name: 'column', holds: 'text' },
        ...matrix.columns.map((name) => ({ name, holds: 'number' as const })),
      ],
      rows: matrix.columns.map((name, i) => [name, ...(matrix.values[i] ?? [])]),
    };
  }
  const all = pairs(matrix).sort((a, b) => Math.abs(b.value ?? 0) - Math.abs(a.value ?? 0));
  return {
    columns: [
      { name: 'column', holds: 'text' },
      { name: 'with', holds: 'text' },
      { name: 'value', holds: 'number' },
    ],
    rows: all.slice(0, mostRows).map(({ a, b, value }) => [a, b, value]),
    ...(all.length > mostRows && { note: `${read.count(all.length - mostRows)} weaker pairs are not listed.` }),
  };
}
