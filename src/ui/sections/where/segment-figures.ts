import SegmentBarsFigure from '../../../charts/figures/segments/SegmentBarsFigure.svelte';
import WaterfallFigure from '../../../charts/figures/segments/WaterfallFigure.svelte';
import OverTimeFigure from '../../../charts/figures/time/OverTimeFigure.svelte';
import type { Report } from '../../../facts/document/document.ts';
import { mapSides } from '../../../facts/document/sides.ts';
import { words } from '../../../words/words.ts';
import { figureOf, type ReportFigure } from '../../figures/report-figure.ts';

/** So many segments are drawn; all are in the table. */
const MOST = 8;

/** So many of those that have a date are drawn over time. */
const MOST_OVER_TIME = 3;

/** The segments in both files against the whole; null where there are none. */
export function segmentFigure({ where }: Report): ReportFigure | null {
  const { search, segments = [] } = where ?? {};
  if (search?.state !== 'searched' || segments.length === 0) return null;
  const { basis, whole } = search;
  return figureOf({ id: 'where/segments', title: words.figures.segments.title }, SegmentBarsFigure, () => ({
    data: {
      ...{ basis, whole },
      segments: segments.slice(0, MOST).map((segment) => ({
        name: words.sections.where.conditions(segment),
        values: mapSides(basis === 'membership' ? segment.share : segment.measure, ({ value }) => value),
      })),
    },
  }));
}

/** Segments whose error, or share of all rows, stepped: period by period. */
export function segmentsOverTime({ where }: Report): ReportFigure[] {
  const { search, segments = [] } = where ?? {};
  if (search?.state !== 'searched') return [];
  const { basis } = search;
  const texts = words.sections.where;
  return segments
    .flatMap(({ since: step, overTime: series, ...segment }) => (step && series ? [{ step, series, segment }] : []))
    .slice(0, MOST_OVER_TIME)
    .map(({ step, series, segment }, i) => {
      const title = texts.overTime(basis, texts.conditions(segment));
      const isShare = basis !== 'mae';
      return figureOf({ id: `where/over-time/${String(i)}`, title }, OverTimeFigure, () => ({ series, step, isShare }));
    });
}

/** Why the first measure moved whose mix explains more of it than chance would; null where none did. */
export function mixFigure({ where }: Report): ReportFigure | null {
  const split = where?.mix?.measures.find(({ columns }) => columns.length > 0);
  const [parts] = split?.columns ?? [];
  if (split === undefined || parts === undefined) return null;
  const { id, reference, current } = split;
  const title = words.figures.waterfall.title(id, parts);
  return figureOf({ id: 'where/mix', title }, WaterfallFigure, () => ({ data: { id, reference, current, parts } }));
}
