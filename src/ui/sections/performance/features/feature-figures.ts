import { binNames } from './bin-names.ts';
import { elementAt } from '../../../../facts/element-at.ts';
import type { FeatureResult } from '../../../../facts/document/model/features.ts';
import CurvesFigure from '../../../../charts/figures/curves/CurvesFigure.svelte';
import GroupsFigure from '../../../../charts/figures/groups/GroupsFigure.svelte';
import type { GroupBins } from '../../../../charts/figures/groups/groups.ts';
import PlaneFigure from '../../../../charts/figures/groups/PlaneFigure.svelte';
import { figureOf, type ReportFigure } from '../../../figures/report-figure.ts';
import { words } from '../../../../words/words.ts';
import { shortName } from '../../../words.ts';
import { featureCurves } from './feature-curves.ts';
import { rankedFeatures, type Measured } from './features.ts';
import { groupLabels, groupsOf } from './group-rows.ts';
import { planeOf } from './plane.ts';

const texts = words.sections.features;

const idOf = (kind: string, { name }: FeatureResult) => `performance/feature/${kind}/${name}`;

/** Target, prediction and error over a feature. */
export function curveFigures(feature: FeatureResult, { task, sides }: Measured): ReportFigure[] {
  const { bins, name } = feature;
  const places = {
    names: binNames(bins),
    edges: bins.kind === 'numeric' && bins.edges.length > 1 ? bins.edges : undefined,
  };
  return featureCurves(feature, sides, task).map(({ series, title, description, yName, bandName, lines, isShare }) =>
    figureOf(
      { id: idOf(series, feature), title: texts.curves.titleBy({ title, feature: shortName(name) }) },
      CurvesFigure,
      () => ({
        ...{ description, curves: lines, xName: name, yName, bandName, bins: places, dots: true, isShare },
      }),
    ),
  );
}

/** So many classes have room beside each other. */
const MOST_CLASSES = 3;

/** The true classes to choose from, where there are too many for one picture. */
export function classesApart(feature: FeatureResult): string[] {
  const labels = groupLabels(feature);
  return labels.length > MOST_CLASSES ? labels : [];
}

/** How a feature lies in the groups of the error; of one true class where it is named. */
export function groupsFigure(feature: FeatureResult, { task }: Measured, label: string | null): ReportFigure {
  const { name, histogram, bins } = feature;
  const title = texts.groups.title({ feature: shortName(name), task, label });
  const places: GroupBins =
    histogram === null ? { kind: 'categorical', names: binNames(bins) } : { kind: 'numeric', ...histogram };
  return figureOf({ id: idOf(`groups/${label ?? ''}`, feature), title }, GroupsFigure, () => ({
    groups: groupsOf(feature, label),
    bins: places,
  }));
}

/** Predictions against what came, coloured by the feature, or by the share of one of its categories. */
export function planeFigure(feature: FeatureResult, index: number): ReportFigure | null {
  const { plane, bins, name } = feature;
  if (!plane) return null;
  const category = bins.kind === 'categorical' ? elementAt(bins.names, index) : null;
  const title = texts.plane.title(shortName(name));
  return figureOf({ id: idOf('plane', feature), title, square: true }, PlaneFigure, () => ({
    plane: planeOf(plane, index),
    valueName: category === null ? texts.plane.mean(name) : texts.plane.share(category),
    isShare: category !== null,
  }));
}

/** All of a feature, as they stand before anything is chosen. */
function featureFigures(feature: FeatureResult, performance: Measured): ReportFigure[] {
  const plane = planeFigure(feature, 0);
  const labels = classesApart(feature);
  const groups = labels.length === 0 ? [null] : labels;
  return [
    ...curveFigures(feature, performance),
    ...groups.map((label) => groupsFigure(feature, performance, label)),
    ...(plane ? [plane] : []),
  ];
}

/** The same of every feature, those that explain most of the error first. */
export const figuresOfFeatures = (performance: Measured): ReportFigure[] =>
  rankedFeatures(performance.features).flatMap((feature) => featureFigures(feature, performance));
