import type { Memory } from '../../facts/summary.ts';
import { CATEGORY_TESTS, type MethodId } from '../../facts/methods.ts';
import type { ColumnDrift } from '../../facts/document/drift.ts';
import type { TestResult } from '../../facts/document/comparison.ts';
import { cochranMantelHaenszel, type StratumTable } from '../../stats/compare/within/cochran-mantel-haenszel.ts';
import { stratumWeights, type StratumWeights } from '../../stats/compare/within/stratum-weights.ts';
import { chiSquaredSf } from '../../stats/distributions/chi-squared.ts';
import type { FrequencyTable } from '../../stats/describe/frequency-table.ts';
import { independent, sharedTimes } from '../../stats/sequence/memory.ts';
import { levelEffect } from '../compare/compare-categories.ts';
import type { Compared } from '../compare/compared.ts';
import { levelGap } from '../compare/gaps.ts';
import { rateChange } from '../compare/rate-change.ts';
import { stratumMemory } from './stratum-memory.ts';
import { noStratum, withinFacts, wholeCycles, type Sides, type WithinRows } from './within.ts';

const METHOD = 'cochran_mantel_haenszel' satisfies MethodId;

/** A level of which fewer rows are expected in the smaller file is put together with others as frequent. */
const LEAST_EXPECTED = 5;
/** Levels that tell of the memory; rarer ones add little. */
const TELLING = 12;

/** A column of categories: the level of each row, counted from 0, negative where it has none; and their names. */
export interface Coded {
  codes: Sides<Int32Array>;
  levels: readonly string[];
}

/** A column of categories compared within strata, in the place of its comparison as a whole. */
export function withinLevels({ codes, levels }: Coded, whole: ColumnDrift, rows: WithinRows): Compared {
  const filled = { reference: filledStrata(codes, rows, 'reference'), current: filledStrata(codes, rows, 'current') };
  const weights = stratumWeights(filled.reference, filled.current, rows.count);
  if (weights.effectiveSize === 0) return noStratum(rows.columns);
  const used = (stratum: number): number => (stratum >= 0 && weights.shares[stratum]! > 0 ? stratum : -1);
  const strata = { reference: filled.reference.map(used), current: filled.current.map(used) };
  const tables = countTables({ codes, levels }, strata, weights);
  const [reference, current] = [standardised(tables, levels, weights), currentTable(tables, levels)];
  const memory = (side: 'reference' | 'current'): Memory =>
    memoryIn(codes[side], { strata: strata[side], order: rows.order[side], cycles: wholeCycles(rows) });
  const times = sharedTimes(memory('reference'), memory('current'));
  const size = { reference: weights.effectiveSize / times.reference, current: weights.rows.current / times.current };
  const test = testOf(tables, weights, size);
  const inAll = rowsOfLevels(tables);
  const rate = rateChange(inWholeRows(reference), current, { n: size.reference, m: size.current });
  const gap = levelGap(reference, current);
  const exact = <T extends { level: string; rows: number; reference: number }>(found: T): T => {
    const place = levels.indexOf(found.level);
    return { ...found, rows: inAll[place] ?? 0, reference: reference.counts[place]! / reference.size };
  };
  const { effect, facts } = withinFacts(whole, weights, rows.columns);
  return {
    ...effect,
    effect: levelEffect(reference, current, { n: weights.effectiveSize, m: weights.rows.current }),
    evidence: { ...test, rows: weights.rows, effectiveSize: size },
    tests: Object.fromEntries(CATEGORY_TESTS.map((id) => [id, test])),
    ...(rate !== null && { rateChange: exact(rate) }),
    ...(gap !== null && { levelGap: exact(gap) }),
    within: facts,
  };
}

const filledStrata = (codes: Sides<Int32Array>, { strata }: WithinRows, side: 'reference' | 'current'): Int32Array =>
  strata[side].map((stratum, row) => (codes[side][row]! >= 0 ? stratum : -1));

/** Rows of each level in each stratum that is used. */
function countTables(
  { codes, levels }: Coded,
  strata: Sides<Int32Array>,
  { shares }: StratumWeights,
): (StratumTable & { share: number })[] {
  const places = new Int32Array(shares.length).fill(-1);
  const tables: (StratumTable & { share: number })[] = [];
  shares.forEach((share, stratum) => {
    if (share === 0) return;
    places[stratum] = tables.length;
    tables.push({ share, reference: new Float64Array(levels.length), current: new Float64Array(levels.length) });
  });
  for (const side of ['reference', 'current'] as const) {
    strata[side].forEach((stratum, row) => {
      const table = stratum < 0 ? undefined : tables[places[stratum]!];
      if (table !== undefined) table[side][codes[side][row]!]!++;
    });
  }
  return tables;
}

type Tables = ReturnType<typeof countTables>;

/** The reference with the mix of strata that the current rows have, in as many rows as tell as much. */
function standardised(tables: Tables, levels: readonly string[], { effectiveSize }: StratumWeights): FrequencyTable {
  const counts = new Float64Array(levels.length);
  for (const { share, reference } of tables) {
    const rows = reference.reduce((sum, count) => sum + count, 0);
    reference.forEach((count, level) => (counts[level]! += (share * effectiveSize * count) / rows));
  }
  return { levels: [...levels], counts, size: effectiveSize, missing: 0 };
}

function currentTable(tables: Tables, levels: readonly string[]): FrequencyTable {
  const counts = new Float64Array(levels.length);
  for (const { current } of tables) current.forEach((count, level) => (counts[level]! += count));
  return { levels: [...levels], counts, size: counts.reduce((sum, count) => sum + count, 0), missing: 0 };
}

/** Exact tests count whole rows. */
function inWholeRows({ counts, ...table }: FrequencyTable): FrequencyTable {
  const rounded = counts.map(Math.round);
  return { ...table, counts: rounded, size: rounded.reduce((sum, count) => sum + count, 0) };
}

function rowsOfLevels(tables: Tables): Float64Array {
  const rows = new Float64Array(tables[0]?.reference.length ?? 0);
  for (const { reference, current } of tables) rows.forEach((_, i) => (rows[i]! += reference[i]! + current[i]!));
  return rows;
}

function testOf(tables: Tables, { effectiveSize, rows }: StratumWeights, size: Sides<number>): TestResult {
  const groups = frequentGroups(rowsOfLevels(tables), rows);
  const { statistic, degreesOfFreedom, pValue } = cochranMantelHaenszel(
    tables.map(({ reference, current }) => ({
      reference: grouped(reference, groups),
      current: grouped(current, groups),
    })),
  );
  const harmonic = (n: number, m: number): number => (n * m) / (n + m);
  const share = harmonic(size.reference, size.current) / harmonic(effectiveSize, rows.current);
  return {
    ...{ method: METHOD, statistic, degreesOfFreedom, pValueIndependent: pValue },
    pValue: degreesOfFreedom === 0 ? 1 : chiSquaredSf(statistic * share, degreesOfFreedom),
  };
}

/** The group of each level: rare ones are put together with their neighbours in frequency until enough rows are expected. */
function frequentGroups(rowsOfLevel: Float64Array, { reference: n, current: m }: Sides<number>): Int32Array {
  const leastRows = (LEAST_EXPECTED * (n + m)) / Math.min(n, m);
  const levels = Array.from(rowsOfLevel.keys()).sort((a, b) => rowsOfLevel[a]! - rowsOfLevel[b]! || a - b);
  const groups = new Int32Array(rowsOfLevel.length);
  let [group, inGroup] = [0, 0];
  for (const level of levels) {
    if (inGroup >= leastRows) [group, inGroup] = [group + 1, 0];
    groups[level] = group;
    inGroup += rowsOfLevel[level]!;
  }
  return groups;
}

function grouped(counts: Float64Array, groups: Int32Array): Float64Array {
  const sums = new Float64Array(groups.reduce((highest, group) => Math.max(highest, group + 1), 0));
  counts.forEach((count, level) => (sums[groups[level]!]! += count));
  return sums;
}

/** The mean of the levels' times, each weighted by the variance that its stratum leaves. */
function memoryIn(codes: Int32Array, rows: Parameters<typeof stratumMemory>[1]): Memory {
  const { strata } = rows;
  const used = codes.map((code, row) => (strata[row]! >= 0 ? code : -1));
  const count = used.reduce((highest, code) => Math.max(highest, code + 1), 0);
  const [sizes, tables] = countIn(used, strata, count);
  const varianceOf = (level: number): number => {
    let sum = 0;
    for (let h = 0; h < sizes.length; h++) {
      const inLevel = tables[h * count + level]!;
      if (sizes[h]! > 0) sum += inLevel - (inLevel * inLevel) / sizes[h]!;
    }
    return sum;
  };
  const variances = Float64Array.from({ length: count }, (_, level) => varianceOf(level));
  const telling = Array.from(variances.keys())
    .filter((level) => variances[level]! > 0)
    .sort((a, b) => variances[b]! - variances[a]! || a - b)
    .slice(0, TELLING);
  const size = sizes.reduce((sum, rowsIn) => sum + rowsIn, 0);
  if (telling.length === 0) return independent(size);
  const memories = telling.map((level) =>
    stratumMemory(
      Float64Array.from(used, (code, row) =>
        code < 0 ? NaN : Number(code === level) - tables[strata[row]! * count + level]! / sizes[strata[row]!]!,
      ),
      rows,
    ),
  );
  const weight = telling.reduce((sum, level) => sum + variances[level]!, 0);
  const time = telling.reduce((sum, level, i) => sum + variances[level]! * memories[i]!.time, 0) / weight;
  return { ...memories[0]!, time, rows: size, effective: size / time };
}

/** Rows of each stratum, and of each level in it. */
function countIn(codes: Int32Array, strata: Int32Array, levels: number): [Float64Array, Float64Array] {
  const count = strata.reduce((highest, stratum) => Math.max(highest, stratum + 1), 0);
  const [sizes, tables] = [new Float64Array(count), new Float64Array(count * levels)];
  codes.forEach((code, row) => {
    if (code < 0) return;
    sizes[strata[row]!]!++;
    tables[strata[row]! * levels + code]!++;
  });
  return [sizes, tables];
}
