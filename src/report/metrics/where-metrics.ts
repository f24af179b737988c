import type { ChangePoint, Segment, Where } from '../../facts/document/where.ts';
import { SIDES } from '../../facts/document/sides.ts';
import { words } from '../../words/words.ts';
import { metricRow, type Labels, type Metric } from './metric.ts';

/** Where rows stand out, and since when: how many segments were found, what is so of each, and the moments. */
export function whereMetrics(where: Where | null | undefined, currency: string): Metric[] {
  if (where === undefined || where === null) return [];
  const { search, segments = [], changePoints = [] } = where;
  if (search?.state !== 'searched') return changePoints.map(momentMetric);
  return [
    metricRow({ file: 'both', metric: 'segments_found', value: segments.length }),
    ...segments.flatMap((segment) => ofSegment(segment, search.basis, currency)),
    ...changePoints.map(momentMetric),
  ];
}

function ofSegment(segment: Segment, basis: string, unit: string): Metric[] {
  const { kind: state, rows, share, measure, coverage, growth, since, cost } = segment;
  const shared = { labels: { segment: words.sections.where.conditions(segment) }, state };
  const bySide = SIDES.flatMap((file): Metric[] => [
    ...(rows[file] === undefined ? [] : [metricRow({ file, metric: 'segment_rows', value: rows[file], ...shared })]),
    ...(share[file] === undefined ? [] : [metricRow({ file, metric: 'segment_share', ...share[file], ...shared })]),
    ...(measure[file] === undefined
      ? []
      : [metricRow({ file, metric: `segment_${basis}`, ...measure[file], ...shared })]),
    ...(coverage[file] === undefined
      ? []
      : [metricRow({ file, metric: 'segment_error_share', value: coverage[file], ...shared })]),
  ]);
  return [
    ...bySide,
    ...(growth === null ? [] : [metricRow({ file: 'both', metric: 'segment_growth_share', value: growth, ...shared })]),
    ...(since === undefined
      ? []
      : [metricRow({ file: 'current', metric: 'segment_changed_since', ...inSeconds(since), ...shared })]),
    ...(cost === undefined
      ? []
      : [metricRow({ file: 'current', metric: 'segment_cost_excess', value: cost.excess, unit, ...shared })]),
  ];
}

/** Milliseconds in a second. */
const SECOND = 1000;

const inSeconds = ({ at, low, high }: Pick<ChangePoint, 'at' | 'low' | 'high'>) => ({
  ...{ value: at / SECOND, low: low / SECOND, high: high / SECOND },
});

function momentMetric({ column, measure, part, level, at, low, high }: ChangePoint): Metric {
  const labels: Labels = level === undefined ? {} : { class: String(level.quote ?? '') };
  const ofColumn = part === 'missing' ? 'missing_changed_since' : 'changed_since';
  return metricRow({
    ...{
      file: 'current',
      column: column ?? null,
      labels,
      metric: measure === undefined ? ofColumn : 'error_changed_since',
    },
    ...inSeconds({ at, low, high }),
  });
}
