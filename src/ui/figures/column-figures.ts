import CategoryBarsFigure from '../../charts/figures/categories/CategoryBarsFigure.svelte';
import CumulativeFigure from '../../charts/figures/curves/CumulativeFigure.svelte';
import DistributionFigure from '../../charts/figures/distribution/DistributionFigure.svelte';
import OverTimeFigure from '../../charts/figures/time/OverTimeFigure.svelte';
import type { StepMoment } from '../../charts/data.ts';
import type { ReportColumn } from '../../facts/document/document.ts';
import type { NoDate } from '../../facts/statements/since.ts';
import { words } from '../../words/words.ts';
import { shortName } from '../words.ts';
import { figureOf, type ReportFigure } from './report-figure.ts';

const { titles } = words.figures;

const naming = ({ name }: ReportColumn, kind: string, title: string) => ({ id: `column/${kind}/${name}`, title });

export function distributionFigure(column: ReportColumn): ReportFigure | null {
  const { distribution } = column;
  const name = shortName(column.name);
  if (distribution?.kind === 'numeric')
    return figureOf(naming(column, 'distribution', titles.distribution(name)), DistributionFigure, () => ({
      distribution,
    }));
  if (distribution?.kind === 'categorical')
    return figureOf(naming(column, 'distribution', titles.categories(name)), CategoryBarsFigure, () => ({
      distribution,
    }));
  return null;
}

export function cumulativeFigure(column: ReportColumn): ReportFigure | null {
  const { cumulative } = column;
  if (!cumulative) return null;
  const title = titles.cumulative(shortName(column.name));
  return figureOf(naming(column, 'cumulative', title), CumulativeFigure, () => ({ cumulative }));
}

export function overTimeFigure(column: ReportColumn): ReportFigure | null {
  const { overTime } = column;
  if (!overTime) return null;
  const title = titles.overTime(shortName(column.name));
  return figureOf(naming(column, 'over-time', title), OverTimeFigure, () => ({ series: overTime, ...sinceOf(column) }));
}

/** The share of the category that tells of a column's change. */
export function levelFigure(column: ReportColumn): ReportFigure | null {
  const { levelOverTime } = column;
  if (!levelOverTime) return null;
  const { level, ...series } = levelOverTime;
  const title = titles.levelOverTime(shortName(column.name), level);
  return figureOf(naming(column, 'level-over-time', title), OverTimeFigure, () => ({
    ...{ series, isShare: true },
    ...sinceOf(column),
  }));
}

/** The share of rows without a value. */
export function missingOverTimeFigure(column: ReportColumn): ReportFigure | null {
  const { missingOverTime } = column;
  if (!missingOverTime) return null;
  const { dating, ...series } = missingOverTime;
  const title = titles.missingOverTime(shortName(column.name));
  return figureOf(naming(column, 'missing-over-time', title), OverTimeFigure, () => ({
    ...{ series, isShare: true },
    ...(dating.kind === 'step' ? { step: dating.values } : { noDate: dating.values }),
  }));
}

/** Since when a column's level is another, or why that is not told; of one that emptied it is told of its gaps. */
function sinceOf({ drift }: ReportColumn): { step?: StepMoment; noDate?: NoDate } {
  if (drift?.statements?.text.kind === 'emptied') return {};
  const step = drift?.statements?.step?.values;
  if (step !== undefined) return { step };
  const noDate = drift?.why.find(({ kind }) => kind === 'no-date');
  return noDate?.kind === 'no-date' ? { noDate: noDate.values } : {};
}

/** All figures of all columns. */
export const figuresOfColumns = (columns: readonly ReportColumn[]): ReportFigure[] =>
  columns
    .flatMap((column) => [
      distributionFigure(column),
      cumulativeFigure(column),
      overTimeFigure(column),
      levelFigure(column),
      missingOverTimeFigure(column),
    ])
    .filter((figure) => figure !== null);
