import MissingFigure from '../../charts/figures/missing/MissingFigure.svelte';
import type { ReportColumn } from '../../facts/document/document.ts';
import { sides } from '../../charts/data.ts';
import { words } from '../../words/words.ts';
import { figureOf, type ReportFigure } from './report-figure.ts';

/** Null without a missing cell: a picture of nothing says less than the nought in the table. */
export function missingFigure(columns: ReportColumn[]): ReportFigure | null {
  const hasMissing = columns.some(({ quality }) => sides.some((side) => (quality[side]?.missing ?? 0) > 0));
  if (!hasMissing) return null;
  return figureOf({ id: 'quality/missing', title: words.figures.titles.missing }, MissingFigure, () => ({ columns }));
}
