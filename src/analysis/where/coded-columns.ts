import type { ColumnSchema } from '../../facts/document/columns.ts';
import type { PerSide, Side } from '../../facts/document/side.ts';
import type { CodedColumn } from './code-column.ts';
import { LEAST_SEARCHED_ROWS, searchedColumns } from './searched-columns.ts';

/** As what a column is put in bins on its way: categories are not, since which of them are frequent is known after it. */
export type CodedAs = 'number' | 'clock';

/** Columns in bins, made where they are summarised anyway: for the search to fetch them again would take longer than all else that it does. */
export class CodedColumns {
  readonly #as: ReadonlyMap<string, CodedAs>;
  readonly #coded = new Map<string, CodedColumn[]>();

  /** @param as which columns are wanted, and as what; none by default */
  constructor(as: ReadonlyMap<string, CodedAs> = new Map()) {
    this.#as = as;
  }

  /** As what a column is to be put in bins; null for not at all. */
  wants(name: string): CodedAs | null {
    return this.#as.get(name) ?? null;
  }

  /** Keeps what was made of a column: several for the parts of the clock, or none. */
  keep(name: string, coded: CodedColumn[]): void {
    this.#coded.set(name, coded);
  }

  /** Gives what was made of a column away; null where it was not made, or of other sides than these. */
  take(name: string, sides: readonly Side[]): CodedColumn[] | null {
    const coded = this.#coded.get(name);
    if (coded === undefined || !coded.every(({ codes }) => hasSides(codes, sides))) return null;
    this.#coded.delete(name);
    return coded;
  }
}

const hasSides = (codes: PerSide<Uint8Array>, sides: readonly Side[]): boolean =>
  Object.keys(codes).length === sides.length && sides.every((side) => codes[side] !== undefined);

/** The columns that are searched whatever a model turns out to be: all, or none where they are too many and its error decides which. */
export function columnsToCode(
  schema: readonly ColumnSchema[],
  { rows, timeColumn }: { rows: PerSide<number>; timeColumn: string | null },
): Map<string, CodedAs> {
  const counts = Object.values(rows);
  const sides = Object.keys(rows) as Side[];
  const total = counts.reduce((sum, count) => sum + count, 0);
  const { time, features, most } = searchedColumns(schema, { sides, timeColumn, rows: total });
  const isModelled = schema.some(({ role }) => role === 'target');
  const others = time === null ? 0 : 1;
  if (counts.some((count) => count < LEAST_SEARCHED_ROWS) || (isModelled && features.length + others > most))
    return new Map();
  if (sides.length < 2 && !isModelled) return new Map();
  const numbers = features.slice(0, Math.max(0, most - others)).filter(({ type }) => type === 'numeric');
  return new Map<string, CodedAs>([
    ...(time === null || most === 0 ? [] : [[time.name, 'clock'] as const]),
    ...numbers.map(({ name }) => [name, 'number'] as const),
  ]);
}
