import { probabilityScale } from '../../../analysis/model/probability-scale.ts';
import type { Report } from '../../../facts/document/document.ts';

/** The columns of probabilities, and what certainty is in them: 1, or 100 for percentages. */
export function probabilityColumns({ performance, columns }: Report): { names: string[]; total: number } {
  const names = performance?.state === 'measured' ? performance.probabilities.map(({ column }) => column) : [];
  const arePercentages = columns.some((column) => names.includes(column.name) && probabilityScale(column) === 100);
  return { names, total: arePercentages ? 100 : 1 };
}
