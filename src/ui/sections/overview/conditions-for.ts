import type { Report, ReportColumn } from '../../../facts/document/document.ts';

/** A column that others may be compared within, and how many different values it has. */
interface Offered {
  kind: string;
  count: number;
}

const MOST_VALUES = 50;
const LEAST_VALUES = 2;

/** Columns that others may be compared within: categories and numbers of few values that both files have, and those that are chosen, whatever they hold. */
export const conditionsFor = ({ columns }: Report, chosen: readonly string[]): Offered[] =>
  columns.flatMap((column) =>
    chosen.includes(column.name) || isSuitable(column) ? [{ kind: column.name, count: valuesOf(column) }] : [],
  );

const valuesOf = ({ quality }: ReportColumn): number =>
  Object.values(quality).reduce((highest, { distinct }) => Math.max(highest, distinct ?? 0), 0);

/** Whether it tells kinds of rows apart, rather than rows or what the model says of them. */
function isSuitable(column: ReportColumn): boolean {
  const { type, role, presentIn } = column;
  const values = valuesOf(column);
  const isKind = type === 'categorical' || type === 'boolean' || type === 'numeric';
  return isKind && role === 'feature' && presentIn.length === 2 && values >= LEAST_VALUES && values <= MOST_VALUES;
}
