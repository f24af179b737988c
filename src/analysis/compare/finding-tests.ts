import { smallest } from '../../facts/extremes.ts';
import { exceedance } from '../../stats/compare/exceedance/exceedance.ts';
import type { Config } from '../../facts/settings/settings.ts';
import type { ColumnQuality, DatasetQuality } from '../../facts/document/columns.ts';
import type { ColumnDrift, ColumnResult, FileTests, FindingTest, FindingTests } from '../../facts/document/drift.ts';
import type { Outliers } from '../../facts/document/outliers.ts';
import type { PerSide } from '../../facts/document/side.ts';

/** Fewer independent rows than this on a side tell nothing, whatever a test says of them. */
const LEAST_ROWS = 10;

/** Up to this share of the current rows it is single rows that lie far out, and not a column that moved. */
const FEW_ROWS = 0.01;

/** Rows of both files, and how many in a row tell as much as one. */
interface Rows {
  n: number;
  m: number;
  time: number;
}

/** How often something is found in either file. */
interface Occurrences {
  reference: number;
  current: number;
}

const enough = ({ n, m, time }: Rows): boolean => Math.min(n, m) / time >= LEAST_ROWS;
const certain: FindingTest = { pValue: 1 };

/** Whether something became more frequent. `stops`: how many rows of the reference draw the line, where it is drawn by them. */
const moreFrequent = ({ reference, current }: Occurrences, { n, m, time }: Rows, stops = 1): FindingTest => ({
  pValue: exceedance(current / time, reference / time + stops, m / (n + m)),
});

/**
 * How likely findings about a column are where nothing changed: values beyond the reference's range and fences, levels that only one file has,
 * one value alone, cells that could not be read. Rows count for what they are worth.
 * @param gapTime so many rows in a row tell as much as one of whether cells have a value
 * @returns of each kind that the column could show; empty where the rows tell too little, or there is one file alone
 */
export function findingTests({ quality, drift }: ColumnResult, config: Config, gapTime: number): FindingTests {
  const { reference, current } = quality;
  if (reference === undefined || current === undefined) return {};
  const compared = drift !== null && 'evidence' in drift ? drift : null;
  const rows = compared === null ? allRows(reference, current) : rowsOf(compared);
  const cells = { n: reference.count, m: current.count, time: gapTime };
  return {
    ...(enough(rows) && valueTests({ reference, current }, compared, { rows, config })),
    ...(enough(cells) && cellTest('unreadable', { reference: reference.coerced, current: current.coerced }, cells)),
    ...(enough(rows) && cellTest('infinite', { reference: reference.infinite, current: current.infinite }, rows)),
  };
}

const filled = ({ count, missing, nan, infinite }: ColumnQuality): number => count - missing - nan - infinite;

const allRows = (reference: ColumnQuality, current: ColumnQuality): Rows => ({
  ...{ n: filled(reference), m: filled(current), time: 1 },
});

const rowsOf = ({ evidence: { rows, effectiveSize } }: ColumnDrift): Rows => ({
  ...{ n: rows.reference, m: rows.current },
  time: Math.max(1, rows.reference / effectiveSize.reference, rows.current / effectiveSize.current),
});

/** Nothing where neither file has such a cell: then it could not have been found. */
const cellTest = (kind: 'unreadable' | 'infinite', counts: Occurrences, rows: Rows): FindingTests =>
  counts.reference + counts.current === 0 ? {} : { [kind]: moreFrequent(counts, rows) };

function valueTests(
  { reference, current }: Record<keyof Occurrences, ColumnQuality>,
  drift: ColumnDrift | null,
  { rows, config }: { rows: Rows; config: Config },
): FindingTests {
  const constant = alikeTest({ reference, current }, rows);
  if (drift === null) return { ...constant };
  const { beyond, unseen, outliers } = drift;
  const pValueOf = config.rowOrder === 'none' ? 'pValueIndependent' : 'pValue';
  return {
    ...constant,
    ...(beyond !== undefined && { 'out-of-range': twoSided(beyond, rows) }),
    ...resolutionTest(drift, rows),
    ...(outliers !== null && { outliers: outliersTest(drift, outliers, rows) }),
    ...(unseen !== undefined && {
      'new-categories': { pValue: unseen.appeared[pValueOf] },
      'vanished-categories': { pValue: unseen.vanished[pValueOf] },
    }),
  };
}

/** Whether the values of one file need as many decimals in none of its rows by chance. */
function resolutionTest({ resolution }: ColumnDrift, { n, m, time }: Rows): FindingTests {
  if (resolution === undefined) return {};
  const isCoarser = (resolution.current ?? Infinity) < (resolution.reference ?? Infinity);
  const share = (isCoarser ? n : m) / (n + m);
  return { decimals: { pValue: exceedance(resolution.finerRows / time, 1, share) } };
}

/** Whether more rows lie outside the fences, or a few lie farther out than the reference's tail reaches. */
function outliersTest(
  { farthestChance = 1 }: ColumnDrift,
  { counts, currentShare }: Outliers,
  rows: Rows,
): FindingTest {
  const outside = { reference: counts.reference ?? 0, current: counts.current ?? 0 };
  // Both fences are drawn by rows of the reference.
  const more = moreFrequent(outside, rows, 2).pValue;
  const farther = currentShare <= FEW_ROWS ? farthestChance : 1;
  return { pValue: Math.min(1, 2 * Math.min(more, farther)) };
}

function twoSided({ below, above }: { below: number; above: number }, rows: Rows): FindingTest {
  const sides = [below, above].map((current) => moreFrequent({ reference: 0, current }, rows).pValue);
  return { pValue: Math.min(1, 2 * smallest(sides)) };
}

/**
 * Whether values other than the most common one became rarer, where it is nearly alone. A column in which it could be in neither file is left out.
 */
function alikeTest({ reference, current }: Record<keyof Occurrences, ColumnQuality>, rows: Rows): FindingTests {
  const [top] = current.mostCommon;
  if (top === undefined || rows.m === 0) return {};
  const before = countIn(reference, top.value);
  if (before + top.count < LEAST_SHARE * rows.m) return {};
  if (!current.constant && !current.almostConstant) return { constant: certain };
  const remaining = { reference: rows.n - before, current: rows.m - top.count };
  const { n, m, time } = rows;
  return {
    constant: moreFrequent({ reference: remaining.current, current: remaining.reference }, { n: m, m: n, time }),
  };
}

/** See `almostConstant`. */
const LEAST_SHARE = 0.95;

/** How often a value occurs; where it is not among the most common ones, at most as often as these. */
function countIn({ mostCommon, distinct }: ColumnQuality, value: string): number {
  const found = mostCommon.find((level) => level.value === value);
  if (found !== undefined) return found.count;
  return distinct === null || mostCommon.length < distinct ? (mostCommon.at(-1)?.count ?? 0) : 0;
}

/**
 * The same of whole files: rows that repeat an earlier one, and rows without any value.
 * @param time so many rows in a row tell as much as one
 */
export function fileTests({ reference, current }: PerSide<DatasetQuality>, time: number): FileTests {
  if (reference === undefined || current === undefined) return {};
  const rows = { n: reference.rows, m: current.rows, time };
  if (!enough(rows)) return {};
  const repeated = { reference: reference.duplicateRows ?? 0, current: current.duplicateRows ?? 0 };
  const empty = { reference: reference.emptyRows ?? 0, current: current.emptyRows ?? 0 };
  // Rows meet their like in proportion to how many there are: in a longer file a larger share does.
  const longer = Math.max(1, rows.m / rows.n);
  return {
    ...(repeated.reference + repeated.current > 0 && {
      'duplicate-rows': moreFrequent(repeated, { ...rows, m: rows.m * longer }),
    }),
    ...(empty.reference + empty.current > 0 && { 'empty-rows': moreFrequent(empty, rows) }),
  };
}
