import { mapSides } from '../../facts/document/sides.ts';
import type { FeaturePlane, FeatureResult } from '../../facts/document/model/features.ts';
import type { ColumnQuality } from '../../facts/document/columns.ts';
import type { CategoricalDistribution } from '../../facts/document/distribution.ts';
import type { PerSide } from '../../facts/document/side.ts';
import type { Finding, Report, ReportColumn, ReportDrift, ReportPerformance } from '../../facts/document/document.ts';
import type { ReportInput } from '../../facts/document/inputs.ts';
import { ENOUGH_ROWS } from '../../facts/limits.ts';
import { words } from '../../words/words.ts';
import { wordReport } from '../wording/word-report.ts';
import { withoutFindingQuotes, withoutQuotes } from './quotes.ts';
import { withoutChosen } from './without-chosen.ts';

/**
 * The document without values of single rows: cells that could not be read, rows to review, values of text and identifier
 * columns, and values and categories that fewer than five rows share. Counts, means, quantiles, extremes, curves and
 * names of common categories stay; a curve that would list every value does not.
 */
export function withoutRows(report: Report): Report {
  const hidden = new Set(report.columns.filter(tellsRows).map(({ name }) => name));
  const withoutAny = (finding: Finding): Finding => withoutFindingQuotes(finding, hidden);
  return wordReport({
    ...report,
    inputs: mapSides(report.inputs, withoutCells),
    verdict: withoutQuotes(report.verdict),
    ...(report.advice && { advice: withoutQuotes(report.advice) }),
    ...withoutChosen(report),
    ...(report.within !== undefined && { within: withoutQuotes(report.within) }),
    columns: report.columns.map((column) => withoutValues(column, withoutAny)),
    dataset: { ...report.dataset, findings: report.dataset.findings.map(withoutAny) },
    performance: withoutRareBins(report, withoutAny),
    ...(report.where && { where: withoutQuotes(report.where) }),
    ...(report.segments && { segments: withoutQuotes(report.segments) }),
    conditions: withoutQuotes(report.conditions),
  });
}

function withoutCells({ notes, ...input }: ReportInput): ReportInput {
  return { ...input, notes: notes.map(withoutExamples) };
}

/** A note without the cells that it quotes; one of an older document, with no values to make it anew, loses its sentence. */
function withoutExamples({ examples, ...note }: ReportInput['notes'][number]): ReportInput['notes'][number] {
  const isOld = examples !== undefined && !('values' in note);
  return isOld ? { ...note, text: words.findings.leftOut } : withoutQuotes(note);
}

/** Columns in which every value may stand for one row, or one person. */
const tellsRows = ({ type, role }: ReportColumn): boolean => type === 'text' || type === 'identifier' || role === 'id';

function withoutValues(column: ReportColumn, withoutAny: (finding: Finding) => Finding): ReportColumn {
  const hidden = tellsRows(column);
  const quality = mapSides(column.quality, (side) => withoutRareValues(side, hidden));
  const drift = column.drift && withoutReview(column.drift, withoutAny);
  const { levelOverTime, ...rest } = column;
  const level = levelOverTime === undefined ? {} : { levelOverTime: withoutQuotes(levelOverTime) };
  if (hidden) return { ...rest, quality, drift, distribution: null, cumulative: null, overTime: null };
  const { distribution } = column;
  return {
    ...column,
    ...level,
    quality,
    drift,
    distribution: distribution?.kind === 'categorical' ? withoutRareNames(distribution) : distribution,
    cumulative: listsAll(column) ? null : column.cumulative,
  };
}

/** Whether the cumulative curve has a step for every value. */
const listsAll = ({ cumulative, distribution }: ReportColumn): boolean =>
  cumulative !== null &&
  Math.min(distribution?.total.reference ?? 0, distribution?.total.current ?? 0) <= cumulative.x.length;

function withoutRareValues(quality: ColumnQuality, hidden: boolean): ColumnQuality {
  const mostCommon = hidden ? [] : quality.mostCommon.filter(({ count }) => count >= ENOUGH_ROWS);
  if (!hidden) return { ...quality, mostCommon };
  return { ...quality, mostCommon, min: null, max: null, mean: null, std: null, quantiles: {} };
}

/** Of an older document, why a column was not tested may quote what an engine said of a cell. */
function withoutReview({ outliers, ...drift }: ReportDrift, withoutAny: (finding: Finding) => Finding): ReportDrift {
  const isOld = drift.state === 'notTested' && drift.reason !== undefined && drift.statements === undefined;
  const told = isOld ? { text: words.findings.leftOut, reason: words.findings.leftOut } : {};
  return {
    ...withoutQuotes({ ...drift, findings: [] }),
    ...told,
    findings: drift.findings.map(withoutAny),
    ...(outliers !== undefined && { outliers: { ...outliers, rows: [] } }),
  };
}

/** Names for what is not named: "rare category 1", "rare category 2", … and none that is taken. */
function standIns(taken: readonly string[]): () => string {
  const used = new Set(taken);
  let number = 0;
  return () => {
    do number += 1;
    while (used.has(words.findings.rareCategory(number)));
    return words.findings.rareCategory(number);
  };
}

const sumOf = (counts: PerSide<number>): number => (counts.reference ?? 0) + (counts.current ?? 0);

/** Categories that too few rows have. */
const rareNames = (distribution: CategoricalDistribution): Set<string> =>
  new Set(distribution.categories.flatMap(({ name, counts }) => (sumOf(counts) < ENOUGH_ROWS ? [name] : [])));

/** Rare categories keep their place and counts in the picture, but not their names. */
function withoutRareNames(distribution: CategoricalDistribution): CategoricalDistribution {
  const rare = rareNames(distribution);
  const stand = standIns(distribution.categories.map(({ name }) => name));
  const categories = distribution.categories.map((category) =>
    rare.has(category.name) ? { ...category, name: stand() } : category,
  );
  const common = new Set(distribution.categories.map(({ name }) => name).filter((name) => !rare.has(name)));
  const known = ({ count, names }: { count: number; names: string[] }): { count: number; names: string[] } => ({
    count,
    names: names.filter((name) => common.has(name)),
  });
  const { appeared, vanished } = distribution;
  return { ...distribution, categories, appeared: known(appeared), vanished: known(vanished) };
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

/** Features of columns whose values stand for single rows keep their bins without names. */
function withoutRareBins(
  { performance, columns }: Report,
  withoutAny: (finding: Finding) => Finding,
): ReportPerformance | null {
  if (performance?.state !== 'measured') return performance && withoutQuotes(performance);
  const distributions = new Map(columns.map(({ name, distribution }) => [name, distribution]));
  const features = performance.features.map((feature) => {
    const distribution = distributions.get(feature.name);
    const rare = distribution?.kind === 'categorical' ? rareNames(distribution) : new Set<string>();
    return withoutRareBinNames({ ...feature, plane: feature.plane && withoutLonePlaces(feature.plane) }, rare);
  });
  const { statements, findings } = performance;
  return {
    ...performance,
    ...(statements !== undefined && { statements: withoutQuotes(statements) }),
    findings: findings.map(withoutAny),
    features,
  };
}

function withoutRareBinNames(feature: FeatureResult, rare: ReadonlySet<string>): FeatureResult {
  const { bins, cells } = feature;
  if (bins.kind === 'numeric') return feature;
  const gone = new Set(rare);
  const stand = standIns(bins.names);
  const names = bins.names.map((name, i) => {
    const rows = sumOf(mapSides(cells, (side) => side[i]?.count ?? 0));
    if (rows < ENOUGH_ROWS) gone.add(name);
    return gone.has(name) ? stand() : name;
  });
  const shown = <T>(value: T): T | string =>
    typeof value === 'string' && gone.has(value) ? words.findings.rareCategory() : value;
  const bias = mapSides(feature.bias, ({ under, majority, over, rangePercent }) => ({
    ...{ under: shown(under), majority: shown(majority), over: shown(over) },
    rangePercent,
  }));
  return { ...feature, bias, bins: { ...bins, names } };
}
