import CategoryBarsFigure from '../../charts/figures/categories/CategoryBarsFigure.svelte';
import CumulativeFigure from '../../charts/figures/curves/CumulativeFigure.svelte';
import DistributionFigure from '../../charts/figures/distribution/DistributionFigure.svelte';
import OverTimeFigure from '../../charts/figures/time/OverTimeFigure.svelte';
import type { ReportColumn } from '../../facts/document/document.ts';
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
  return figureOf(naming(column, 'over-time', title), OverTimeFigure, () => ({
    series: overTime,
    step: column.drift?.statements?.step?.values ?? null,
  }));
}

/** All figures of all columns. */
export const figuresOfColumns = (columns: readonly ReportColumn[]): ReportFigure[] =>
  columns
    .flatMap((column) => [distributionFigure(column), cumulativeFigure(column), overTimeFigure(column)])
    .filter((figure) => figure !== null);
