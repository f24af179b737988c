import { mapSides } from '../../facts/sides.ts';
import { quote } from '../../facts/statement.ts';
import type { FeaturePlane } from '../../facts/performance.ts';
import type { CategoricalDistribution, ColumnQuality, PerSide } from '../../facts/results.ts';
import type {
  Finding,
  Report,
  ReportColumn,
  ReportDrift,
  ReportInput,
  ReportPerformance,
} from '../../facts/document.ts';

/** A value that fewer rows share points at single ones. */
export const ENOUGH_ROWS = 5;

/** Texts that must not stay, by column. */
type Removed = Map<string, Set<string>>;

/**
 * The document without values of single rows: cells that could not be read, rows to review, values of text and identifier
 * columns, and values and categories that fewer than five rows share. Counts, means, quantiles, extremes, curves and
 * names of common categories stay; a curve that would list every value does not.
 */
export function withoutRows(report: Report): Report {
  const removed: Removed = new Map();
  const columns = report.columns.map((column) => withoutValues(column, removed));
  const findings = (all: Finding[]): Finding[] => all.map((finding) => withoutQuotes(finding, removed));
  return {
    ...report,
    inputs: mapSides(report.inputs, withoutCells),
    columns: columns.map((column) =>
      column.drift === null
        ? column
        : { ...column, drift: { ...column.drift, findings: findings(column.drift.findings) } },
    ),
    dataset: { ...report.dataset, findings: findings(report.dataset.findings) },
    performance: withoutRareBins(report.performance, removed),
  };
}

function withoutCells({ notes, ...input }: ReportInput): ReportInput {
  const cleared = notes.map(({ examples, text, values, ...note }) => ({
    ...note,
    ...(values !== undefined && { values: 'example' in values ? { ...values, example: quote(null) } : values }),
    text: examples === undefined ? text : text.replace(/ \(for example “.*”\)/s, ''),
  }));
  return { ...input, notes: cleared };
}

/** Columns in which every value may stand for one row, or one person. */
const tellsRows = ({ type, role }: ReportColumn): boolean => type === 'text' || type === 'identifier' || role === 'id';

function withoutValues(column: ReportColumn, removed: Removed): ReportColumn {
  const gone = new Set<string>();
  removed.set(column.name, gone);
  const hidden = tellsRows(column);
  const quality = mapSides(column.quality, (side) => withoutRareValues(side, hidden, gone));
  const drift = column.drift && withoutReview(column.drift);
  if (hidden) return { ...column, quality, drift, distribution: null, cumulative: null, overTime: null };
  const { distribution } = column;
  return {
    ...column,
    quality,
    drift,
    distribution: distribution?.kind === 'categorical' ? withoutRareNames(distribution, gone) : distribution,
    cumulative: listsAll(column) ? null : column.cumulative,
  };
}

/** Whether the cumulative curve has a step for every value. */
const listsAll = ({ cumulative, distribution }: ReportColumn): boolean =>
  cumulative !== null &&
  Math.min(distribution?.total.reference ?? 0, distribution?.total.current ?? 0) <= cumulative.x.length;

function withoutRareValues(quality: ColumnQuality, hidden: boolean, gone: Set<string>): ColumnQuality {
  const keep = ({ count }: { count: number }): boolean => !hidden && count >= ENOUGH_ROWS;
  for (const one of quality.mostCommon) if (!keep(one)) gone.add(one.value);
  const mostCommon = quality.mostCommon.filter(keep);
  if (!hidden) return { ...quality, mostCommon };
  return { ...quality, mostCommon, min: null, max: null, mean: null, std: null, quantiles: {} };
}

function withoutReview({ outliers, ...drift }: ReportDrift): ReportDrift {
  return outliers === undefined ? drift : { ...drift, outliers: { ...outliers, rows: [] } };
}

const RARE = 'rare category';

/** Names for what is not named: "rare category 1", "rare category 2", … and none that is taken. */
function standIns(taken: readonly string[]): () => string {
  const used = new Set(taken);
  let number = 0;
  return () => {
    do number += 1;
    while (used.has(`${RARE} ${String(number)}`));
    return `${RARE} ${String(number)}`;
  };
}

const sumOf = (counts: PerSide<number>): number => (counts.reference ?? 0) + (counts.current ?? 0);

/** Rare categories keep their place and counts in the picture, but not their names. */
function withoutRareNames(distribution: CategoricalDistribution, gone: Set<string>): CategoricalDistribution {
  const common = new Set<string>();
  const stand = standIns(distribution.categories.map(({ name }) => name));
  const categories = distribution.categories.map((category) => {
    if (sumOf(category.counts) >= ENOUGH_ROWS) {
      common.add(category.name);
      return category;
    }
    gone.add(category.name);
    return { ...category, name: stand() };
  });
  const known = ({ count, names }: { count: number; names: string[] }): { count: number; names: string[] } => {
    for (const name of names) if (!common.has(name)) gone.add(name);
    return { count, names: names.filter((name) => common.has(name)) };
  };
  const { appeared, vanished } = distribution;
  return { ...distribution, categories, appeared: known(appeared), vanished: known(vanished) };
}

/** Sentences that end in names or values, by kind: where these begin. */
const ENDINGS: Record<string, RegExp> = {
  outliers: /; the farthest is .*$/s,
  'new-categories': /: .*$/s,
  'vanished-categories': /: .*$/s,
};

function withoutQuotes(finding: Finding, removed: Removed): Finding {
  const gone = removed.get(finding.column ?? '');
  if (gone === undefined) return finding;
  const ending = ENDINGS[finding.kind];
  const named = [...gone].some((value) => finding.text.includes(`“${value}”`));
  if (ending && (named || finding.kind === 'outliers')) return { ...finding, text: finding.text.replace(ending, '.') };
  if (!named) return finding;
  const text = [...gone].reduce((left, value) => left.replaceAll(`“${value}”`, 'a value left out here'), finding.text);
  return { ...finding, text };
}

/** A place in the plane of actual and predicted values that few rows are at holds what is their own. */
function withoutLonePlaces({ edges, cells }: FeaturePlane): FeaturePlane {
  return {
    edges,
    cells: mapSides(cells, ({ at, rows, values }) => {
      const kept = <T>(list: readonly T[]): T[] => list.filter((_, i) => (rows[i] ?? 0) >= ENOUGH_ROWS);
      return { at: kept(at), rows: kept(rows), values: values.map(kept) };
    }),
  };
}

function withoutRareBins(performance: ReportPerformance | null, removed: Removed): ReportPerformance | null {
  if (performance?.state !== 'measured') return performance;
  const features = performance.features.map((whole) => {
    const feature = { ...whole, plane: whole.plane && withoutLonePlaces(whole.plane) };
    const { bins, cells } = feature;
    if (bins.kind === 'numeric') return feature;
    const gone = new Set(removed.get(feature.name));
    const stand = standIns(bins.names);
    const names = bins.names.map((name, i) => {
      const rare = sumOf(mapSides(cells, (side) => side[i]?.count ?? 0)) < ENOUGH_ROWS;
      if (rare) gone.add(name);
      return gone.has(name) ? stand() : name;
    });
    const shown = <T>(value: T): T | string => (typeof value === 'string' && gone.has(value) ? RARE : value);
    const bias = mapSides(feature.bias, ({ under, majority, over, rangePercent }) => ({
      ...{ under: shown(under), majority: shown(majority), over: shown(over) },
      rangePercent,
    }));
    return { ...feature, bias, bins: { ...bins, names } };
  });
  return { ...performance, features };
}
