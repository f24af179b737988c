import { afterAll, beforeAll, expect, test } from 'vitest';
import type { BinSums } from '../../src/facts/summary.ts';
import { boundedArea } from '../../src/stats/compare/bins/bounded-area.ts';
import { boundedGap } from '../../src/stats/compare/bins/bounded-gap.ts';
import { psi } from '../../src/stats/compare/binned/psi.ts';
import { kolmogorovSmirnov } from '../../src/stats/compare/numeric/ks.ts';
import { wasserstein } from '../../src/stats/compare/numeric/wasserstein.ts';
import { ecdf } from '../../src/stats/describe/ecdf.ts';
import { countsStatement } from '../../src/warehouse/counts-statement.ts';
import { edgesStatement } from '../../src/warehouse/edges-statement.ts';
import { frozenEdges, NO_EDGES, type LongRow } from '../../src/warehouse/frozen-edges.ts';
import { USUAL_REQUEST, type SummaryRequest } from '../../src/warehouse/request.ts';
import { binSums } from '../stats/bin-sums.ts';
import { openDuckDb, type Engine } from './duckdb.ts';

/** A million rows of thirty columns: DISTANCES_ROWS=1000000 DISTANCES_COLUMNS=30. */
const ROWS = Number(process.env['DISTANCES_ROWS'] ?? 200_000);
const COLUMNS = Number(process.env['DISTANCES_COLUMNS'] ?? 8);
const names = Array.from({ length: COLUMNS }, (_, i) => `x${String(i)}`);
let engine: Engine;

const uniform = (place: number) => `((hash(i * 1000 + ${String(place)}) % 1000003 + 0.5) / 1000003.0)`;
const normal = (place: number) => `(sqrt(-2 * ln(${uniform(place)})) * cos(2 * pi() * ${uniform(place + 1)}))`;
/** Smooth, decimal, skewed and few values in turn; the current table is shifted, more in each column. */
const cellOf = (column: number, shift: number): string => {
  const x = `(${normal(2 * column)} + ${String(shift)})`;
  return [x, `round(273 + 3 * ${x}, 1)`, `exp(${x})`, `floor(4 * ${x})`][column % 4] ?? x;
};

beforeAll(async () => {
  engine = await openDuckDb();
  for (const [side, first] of [
    ['reference', 0],
    ['current', ROWS],
  ] as const) {
    const cells = names.map((name, i) => `${cellOf(i, side === 'current' ? i / 40 : 0)} AS ${name}`);
    await engine.run(
      `CREATE TABLE ${side} AS SELECT ${cells.join(', ')} FROM range(${String(first)}, ${String(first + ROWS)}) r(i)`,
    );
  }
});
afterAll(() => {
  engine.close();
});

const requestOf = (table: string): SummaryRequest => ({
  ...USUAL_REQUEST,
  ...{ source: { table: [table] }, time: null, segment: null, mostProducts: 1 },
  columns: names.map((name) => ({ name, type: 'number', role: 'feature', declared: 'DOUBLE' })),
});

function sumsOf(rows: readonly LongRow[], name: string, edges: readonly number[]): BinSums {
  const filled = (value: number) => new Float64Array(edges.length + 1).fill(value);
  const sums = { counts: filled(0), totals: filled(0), squares: filled(0), least: filled(NaN), greatest: filled(NaN) };
  for (const { kind, name: counted, bin, n, total, squares, least, greatest } of rows) {
    if (kind !== 'bin' || counted !== name) continue;
    const place = Number(bin);
    sums.counts[place] = Number(n);
    sums.totals[place] = Number(total);
    sums.squares[place] = Number(squares);
    sums.least[place] = Number(least);
    sums.greatest[place] = Number(greatest);
  }
  return { edges: Float64Array.from(edges), origin: edges[Math.floor(edges.length / 2)] ?? 0, ...sums };
}

const countsOf = ({ counts }: BinSums) => counts;

test('PSI of a summary is that of the rows on its edges; D and W1 lie within what it says', async () => {
  const frozen = frozenEdges(await engine.run(edgesStatement(requestOf('reference'), 'duckdb'))) ?? NO_EDGES;
  const counted = {
    reference: await engine.run(countsStatement(requestOf('reference'), frozen, 'duckdb')),
    current: await engine.run(countsStatement(requestOf('current'), frozen, 'duckdb')),
  };
  expect(frozen.edges.size).toBe(COLUMNS);
  for (const [name, edges] of frozen.edges) {
    const values = async (side: string) =>
      Float64Array.from(await engine.run(`SELECT ${name} AS bin FROM ${side}`), ({ bin }) => Number(bin));
    const [reference, current] = [await values('reference'), await values('current')];
    const [a, b] = [sumsOf(counted.reference, name, edges), sumsOf(counted.current, name, edges)];
    const [ofRows, ofCurrent] = [reference, current].map((one) => binSums(one, edges, a.origin)) as [BinSums, BinSums];
    const wanted = psi({ reference: countsOf(ofRows), current: countsOf(ofCurrent) }).value;
    expect(Math.abs(psi({ reference: countsOf(a), current: countsOf(b) }).value - wanted)).toBeLessThan(1e-9);
    const curves = [ecdf(reference), ecdf(current)] as const;
    const [gap, area] = [boundedGap(a, b), boundedArea(a, b)];
    const exact = { gap: kolmogorovSmirnov(...curves).statistic, area: wasserstein(...curves) };
    const scale = Math.max(1, Math.abs(exact.area));
    expect(exact.gap).toBeGreaterThanOrEqual(gap.value - 1e-12);
    expect(exact.gap).toBeLessThanOrEqual(gap.atMost + 1e-12);
    expect(exact.area).toBeGreaterThanOrEqual(area.value - 1e-9 * scale);
    expect(exact.area).toBeLessThanOrEqual(area.atMost + 1e-9 * scale);
  }
});
