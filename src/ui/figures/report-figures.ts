import type { Report } from '../../facts/document.ts';
import { sideWords } from '../../report/side-words.ts';
import { featureFigures } from '../sections/performance/features/feature-figures.ts';
import { rankedFeatures } from '../sections/performance/features/features.ts';
import { densityFigure, errorFigures, seriesFigures } from '../sections/performance/regression/regression-figures.ts';
import { scoreFigures } from '../sections/performance/classification/score-figures.ts';
import { isAlone } from '../sections/sections.ts';
import { cumulativeFigure, distributionFigure, overTimeFigure } from './column-figures.ts';
import { effectRankFigure } from './effect-rank-figure.ts';
import { heatMaps } from './heat-maps.ts';
import { missingFigure } from './missing-figure.ts';
import type { ReportFigure } from './report-figure.ts';

export interface FigureGroup {
  section: string;
  figures: ReportFigure[];
}

const present = (figures: (ReportFigure | null)[]) => figures.filter((figure) => figure !== null);

/** Every figure that a report can show, by section, in the order of the page; each once. */
export function figuresOf(report: Report): FigureGroup[] {
  const columns = report.columns.flatMap((column) =>
    present([distributionFigure(column), cumulativeFigure(column), overTimeFigure(column)]),
  );
  const words = sideWords(report.performance);
  const groups: FigureGroup[] = [
    { section: 'Data quality', figures: present([missingFigure(report.columns)]) },
    { section: 'Drift', figures: isAlone(report) ? [] : present([effectRankFigure(report.columns, words)]) },
    { section: 'Columns', figures: columns },
    { section: 'Performance', figures: modelFigures(report) },
    { section: 'Performance by feature', figures: figuresOfFeatures(report) },
    { section: 'Correlations', figures: report.correlations.flatMap((matrix) => heatMaps(matrix, words)) },
  ];
  return groups.filter(({ figures }) => figures.length > 0);
}

function modelFigures({ performance }: Report): ReportFigure[] {
  if (performance?.state !== 'measured') return [];
  const { whole } = performance;
  if (whole.task === 'regression')
    return [...present([densityFigure(whole)]), ...errorFigures(whole), ...seriesFigures(whole)];
  return whole.scores.flatMap((scored) =>
    scoreFigures(scored, { classes: whole.classes, threshold: whole.threshold ?? 0.5 }),
  );
}

function figuresOfFeatures({ performance }: Report): ReportFigure[] {
  if (performance?.state !== 'measured') return [];
  return rankedFeatures(performance.features).flatMap((feature) => featureFigures(feature, performance));
}
