import { costPoints, costWhere } from '../../../analysis/model/curve-points.ts';
import type { Curve } from '../../../charts/figures/curves/curve.ts';
import CurvesFigure from '../../../charts/figures/curves/CurvesFigure.svelte';
import OverTimeFigure from '../../../charts/figures/time/OverTimeFigure.svelte';
import type { Cost } from '../../../facts/document/cost.ts';
import type { Report } from '../../../facts/document/document.ts';
import { mapSides, SIDES } from '../../../facts/document/sides.ts';
import { words } from '../../../words/words.ts';
import { figureOf, type ReportFigure } from '../../figures/report-figure.ts';

const texts = words.sections.cost;

/** What a row costs by period, and by threshold where classes have scores. */
export function costFigures(report: Report): ReportFigure[] {
  const { cost } = report;
  if (cost?.state !== 'measured') return [];
  return [...overTimeFigure(cost), ...thresholdFigure(cost, report)];
}

function overTimeFigure({ overTime, currency }: Cost & { state: 'measured' }): ReportFigure[] {
  if (overTime === undefined) return [];
  const { unit, perRow } = overTime;
  // How far rows lie apart says little where most of them cost nothing.
  const periods = mapSides(perRow, (side) => side.map((period) => ({ ...period, std: null })));
  const series = { unit, periods };
  return [
    figureOf({ id: 'cost/over-time', title: texts.overTime }, OverTimeFigure, () => ({ series, unit: currency })),
  ];
}

function thresholdFigure(cost: Cost & { state: 'measured' }, { performance }: Report): ReportFigure[] {
  const { kinds, costs, currency } = cost;
  if (kinds === undefined || performance?.state !== 'measured' || performance.whole.task === 'regression') return [];
  const [scored] = performance.whole.scores;
  if (scored === undefined) return [];
  const curves = SIDES.flatMap((side): Curve[] => {
    const curve = scored.curve[side];
    return curve === undefined ? [] : [{ side, points: costPoints(curve, kinds) }];
  });
  const cheapest = costs.flatMap(({ rule }) => (rule.kind === 'threshold' ? (rule.threshold ?? []) : []));
  const marks = [...cheapest, ...(performance.whole.threshold === null ? [] : [performance.whole.threshold])].flatMap(
    (x) =>
      SIDES.flatMap((side) => {
        const curve = scored.curve[side];
        if (curve === undefined) return [];
        return [{ side, x, y: costWhere(curve, kinds, x) }];
      }),
  );
  const { title, description, x: xName, y } = texts.byThreshold;
  return [
    figureOf({ id: 'cost/by-threshold', title }, CurvesFigure, () => ({
      ...{ curves, xName, yName: y(currency), description, marks },
    })),
  ];
}
