import { PlumblineError } from '../../facts/statements/errors.ts';
import type { NumberValues } from '../../facts/summary.ts';
import type { SummarisedColumn, SummaryFile } from '../../facts/summary-file.ts';

/** A summary file, and what it is called. */
export interface NamedSummary {
  name: string;
  file: SummaryFile;
}

type Bins = NonNullable<NumberValues['bins']>;

const binsOf = ({ summary: { values } }: SummarisedColumn): Bins | null =>
  values.kind === 'numbers' ? (values.bins ?? null) : null;

const areSame = (a: Bins, b: Bins): boolean =>
  a.origin === b.origin && a.edges.length === b.edges.length && a.edges.every((edge, i) => edge === b.edges[i]);

/**
 * Refuses two sides whose columns were counted with different edges: what lies between two edges is not known.
 * @param reference whose edges the other is to have
 * @param current the other
 * @throws PlumblineError that names the columns
 */
export function refuseOtherEdges(reference: NamedSummary, current: NamedSummary): void {
  const known = new Map(reference.file.columns.map((column) => [column.name, binsOf(column)]));
  const names = current.file.columns.flatMap((column) => {
    const [bins, ofReference] = [binsOf(column), known.get(column.name) ?? null];
    return bins === null || ofReference === null || areSame(bins, ofReference) ? [] : [column.name];
  });
  if (names.length === 0) return;
  const values = { problem: 'other-edges', names, reference: reference.name } as const;
  throw new PlumblineError('summary-file', values, { file: current.name });
}
