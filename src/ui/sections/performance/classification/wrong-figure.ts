import OverTimeFigure from '../../../../charts/figures/time/OverTimeFigure.svelte';
import type { ClassificationResult } from '../../../../facts/document/model/classification.ts';
import { words } from '../../../../words/words.ts';
import { figureOf, type ReportFigure } from '../../../figures/report-figure.ts';
import type { ErrorSince } from '../error-since.ts';

/** The share of wrong rows, period by period; null without a time. */
export function wrongFigure({ overTime }: ClassificationResult, dating: ErrorSince): ReportFigure | null {
  if (!overTime) return null;
  const { unit, wrong: periods } = overTime;
  const naming = { id: 'performance/wrong-over-time', title: words.sections.classes.wrongOverTime };
  return figureOf(naming, OverTimeFigure, () => ({ series: { unit, periods }, isShare: true, ...dating }));
}
