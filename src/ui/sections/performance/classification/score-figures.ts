import { atThreshold } from '../../../../analysis/model/curve-points.ts';
import type { ScoredClass } from '../../../../facts/performance.ts';
import CurvesFigure from '../../../../charts/figures/curves/CurvesFigure.svelte';
import type { CurvesOptions } from '../../../../charts/figures/curves/curve.ts';
import SeparationFigure from '../../../../charts/figures/groups/SeparationFigure.svelte';
import { figureOf, type ReportFigure } from '../../../figures/report-figure.ts';
import { sides } from '../../../../charts/data.ts';
import { scoreCurves, scoreHistogram } from './score-curves.ts';
import { classScores } from './separation.ts';

interface ScoreOptions {
  classes: string[];
  threshold: number;
}

const unit: [number, number] = [0, 1];
const square = { x: unit, y: unit };

type Marks = CurvesOptions['marks'];

/** Where the threshold lies on each curve; nowhere that a measure is not defined. */
function marksAt(scored: ScoredClass, threshold: number): { roc: Marks; precision: Marks } {
  const now = sides.flatMap((side) => {
    const curve = scored.curve[side];
    return curve === undefined ? [] : [{ side, ...atThreshold(curve, threshold) }];
  });
  const drawable = (marks: Marks) => marks.filter(({ x, y }) => Number.isFinite(x) && Number.isFinite(y));
  return {
    roc: drawable(now.map(({ side, specificity, recall }) => ({ side, x: 1 - specificity, y: recall }))),
    precision: drawable(now.map(({ side, precision, recall }) => ({ side, x: recall, y: precision }))),
  };
}

/** What the scores of a class are worth. */
export function scoreFigures(scored: ScoredClass, { classes, threshold }: ScoreOptions): ReportFigure[] {
  const { label } = scored;
  const naming = (kind: string, title: string) => ({ id: `performance/scores/${kind}/${label}`, title });
  const curves = scoreCurves(scored);
  const marks = marksAt(scored, threshold);
  return [
    figureOf(naming('roc', `ROC curve of “${label}”`), CurvesFigure, () => ({
      description:
        'How many of the class are found for how many false alarms; on the dotted line a guess would lie. Rings: the threshold.',
      ...{ curves: curves.roc, xName: 'false positive rate', yName: 'recall' },
      ...{ domain: square, diagonal: true, marks: marks.roc },
    })),
    figureOf(naming('precision-recall', `Precision and recall of “${label}”`), CurvesFigure, () => ({
      description: 'How many of those called so are so, for how many of the class are found. Rings: the threshold.',
      ...{ curves: curves.precisionRecall, xName: 'recall', yName: 'precision' },
      ...{ domain: square, marks: marks.precision },
    })),
    figureOf(naming('calibration', `Calibration of “${label}”`), CurvesFigure, () => ({
      description: 'How often rows with such a score are of the class; on the dotted line scores mean what they say.',
      ...{ curves: curves.calibration, xName: 'mean score', yName: 'share of the class' },
      ...{ domain: square, diagonal: true, dots: true },
    })),
    figureOf(naming('gain', `Gain of “${label}”`), CurvesFigure, () => ({
      description: 'The share of the class that is found when so many rows are taken, the highest scores first.',
      ...{ curves: curves.gain, xName: 'share of rows', yName: 'share of the class' },
      ...{ domain: square, diagonal: true },
    })),
    figureOf(naming('lift', `Lift of “${label}”`), CurvesFigure, () => ({
      description: 'How many times as often as among all rows such rows are of the class; from 1 % of the rows on.',
      ...{ curves: curves.lift, xName: 'share of rows', yName: 'lift' },
    })),
    figureOf(naming('histogram', `Scores of rows that are “${label}”`), CurvesFigure, () => ({
      description: 'Share of the rows of the class by their score.',
      ...{ curves: scoreHistogram(scored, 'is'), xName: 'score', yName: 'share of rows' },
    })),
    figureOf(naming('histogram-others', 'Scores of the other rows'), CurvesFigure, () => ({
      description: 'Share of the rows that are not of the class by their score.',
      ...{ curves: scoreHistogram(scored, 'isNot'), xName: 'score', yName: 'share of rows' },
    })),
    figureOf(naming('separation', `Scores of “${label}” by true class`), SeparationFigure, () => ({
      classes: classScores(scored, classes),
      edges: scored.histogram.edges,
    })),
  ];
}
