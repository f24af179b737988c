import { atThreshold } from '../../../../analysis/model/curve-points.ts';
import type { ScoredClass } from '../../../../facts/document/model/classification.ts';
import CurvesFigure from '../../../../charts/figures/curves/CurvesFigure.svelte';
import type { Curve, CurvesOptions } from '../../../../charts/figures/curves/curve.ts';
import SeparationFigure from '../../../../charts/figures/groups/SeparationFigure.svelte';
import { figureOf, type ReportFigure } from '../../../figures/report-figure.ts';
import { sides } from '../../../../charts/data.ts';
import { words } from '../../../../words/words.ts';
import { scoreCurves, scoreHistogram } from './score-curves.ts';
import { classScores } from './separation.ts';

const texts = words.sections.scores;

interface ScoreOptions {
  classes: string[];
  threshold: number;
}

const unit: [number, number] = [0, 1];
const square = { x: unit, y: unit };

type Marks = CurvesOptions['marks'];

/** Where the threshold lies on each curve; nowhere that a measure is not defined. */
function marksAt(scored: ScoredClass, threshold: number): { roc: Marks; precision: Marks } {
  const points = sides.flatMap((side) => {
    const curve = scored.curve[side];
    return curve === undefined ? [] : [{ side, ...atThreshold(curve, threshold) }];
  });
  const drawable = (marks: Marks) => marks.filter(({ x, y }) => Number.isFinite(x) && Number.isFinite(y));
  return {
    roc: drawable(points.map(({ side, specificity, recall }) => ({ side, x: 1 - specificity, y: recall }))),
    precision: drawable(points.map(({ side, precision, recall }) => ({ side, x: recall, y: precision }))),
  };
}

interface CurveOptions {
  curves: Curve[];
  domain?: typeof square;
  diagonal?: boolean;
  dots?: boolean;
  marks?: Marks;
}

type CurveKind = keyof typeof texts.axes;

/** How well the scores of a class separate it. */
export function scoreFigures(scored: ScoredClass, { classes, threshold }: ScoreOptions): ReportFigure[] {
  const { label } = scored;
  const curves = scoreCurves(scored);
  const marks = marksAt(scored, threshold);
  const naming = (kind: keyof typeof texts.titles) => ({
    id: `performance/scores/${kind}/${label}`,
    title: texts.titles[kind](label),
  });
  const curveFigure = (kind: CurveKind, options: CurveOptions) =>
    figureOf(naming(kind), CurvesFigure, () => ({
      ...{ description: texts.descriptions[kind], xName: texts.axes[kind].x, yName: texts.axes[kind].y },
      ...options,
    }));
  return [
    curveFigure('roc', { curves: curves.roc, domain: square, diagonal: true, marks: marks.roc }),
    curveFigure('precision-recall', { curves: curves.precisionRecall, domain: square, marks: marks.precision }),
    curveFigure('calibration', { curves: curves.calibration, domain: square, diagonal: true, dots: true }),
    curveFigure('gain', { curves: curves.gain, domain: square, diagonal: true }),
    curveFigure('lift', { curves: curves.lift }),
    curveFigure('histogram', { curves: scoreHistogram(scored, 'is') }),
    curveFigure('histogram-others', { curves: scoreHistogram(scored, 'isNot') }),
    figureOf(naming('separation'), SeparationFigure, () => ({
      classes: classScores(scored, classes),
      edges: scored.histogram.edges,
    })),
  ];
}
