import { adjust } from '../../src/analysis/compare/adjust.ts';
import { categoricalResult, numericResult } from '../../src/analysis/run/column-result.ts';
import type { ColumnResult } from '../../src/facts/document/drift.ts';
import { mapSides } from '../../src/facts/document/sides.ts';
import { parseConfig } from '../../src/facts/settings/settings.ts';
import { tableFromCodes } from '../../src/stats/describe/frequency-table.ts';
import { seededRandom, type Random } from '../../src/stats/random.ts';
import { levelSummaries, numberSummaries } from '../../test/analysis/summaries.ts';
import { numericDraws, type Draw } from './draws.ts';
import { jobs } from './simulate.ts';
import { markdownTable, percent } from './tables.ts';

const config = parseConfig();

/** A column in which nothing changed, and the same with a change of a given size. */
type Changeable = (random: Random) => (size: number) => ColumnResult;

function shifted(draw: Draw, n: number, m: number): Changeable {
  return (random) => {
    const [reference, current] = [draw(random, n), draw(random, m)];
    return (shift) =>
      numericResult(jobs.numeric, numberSummaries({ reference, current: current.map((value) => value + shift) }));
  };
}

const LEVELS = 6;

/** Half of the levels gain the size, the others lose it, all in proportion. */
function redistributed(n: number, m: number): Changeable {
  return (random) => {
    const level = (half: number): number => Math.floor((random() * LEVELS) / 2) + half;
    const rows = (size: number): Float64Array => Float64Array.from({ length: size }, () => random());
    const [reference, current] = [rows(n), rows(m)];
    return (size) => {
      const codesOf = (points: Float64Array, change: number): Int32Array =>
        Int32Array.from(points, (point) => level(point < 0.5 + change ? 0 : LEVELS / 2));
      const codes = { reference: codesOf(reference, 0), current: codesOf(current, size) };
      const names = Array.from({ length: LEVELS }, (_, i) => String(i));
      const tables = mapSides(codes, (some) => tableFromCodes(some, names));
      return categoricalResult(jobs.categorical, levelSummaries(tables, codes));
    };
  };
}

const normal = numericDraws.normal;
const slow = numericDraws['AR(1) φ = 0.5'];
if (normal === undefined || slow === undefined) throw new Error('no such draw');

export interface DetectableCell {
  row: string;
  column: Changeable;
}

/** Columns whose reports say what would have been seen. */
export const detectableCells: DetectableCell[] = [
  { row: 'normal, 300 rows a side', column: shifted(normal, 300, 300) },
  { row: 'normal, 1000 and 200 rows', column: shifted(normal, 1000, 200) },
  { row: 'AR(1) φ = 0.5, 1000 rows a side', column: shifted(slow, 1000, 1000) },
  { row: '6 categories, 500 rows a side', column: redistributed(500, 500) },
];

const qOf = ({ drift }: ColumnResult): number =>
  drift !== null && 'evidence' in drift ? (drift.evidence.qValue ?? 1) : 1;

/** How often the change that a report of so many columns says it would have seen is seen. */
export function seen({ column }: DetectableCell, columns: number, runs: number): number {
  const random = seededRandom(columns);
  let found = 0;
  for (let run = 0; run < runs; run++) {
    const changeable = column(random);
    const others = Array.from({ length: columns - 1 }, () => column(random)(0));
    const [calm] = adjust([changeable(0), ...others], config);
    const drift = calm?.drift ?? null;
    const size = drift !== null && 'evidence' in drift ? drift.minimumDetectableEffect?.value : null;
    const [changed] = adjust([column(random)(size ?? 0), ...others], config);
    if (changed !== undefined && qOf(changed) < config.alpha) found++;
  }
  return found / runs;
}

const COLUMNS = [1, 20, 100] as const;

/** How often what “would have been seen” is seen. */
export function detectableTables(runs: number): string {
  const rows = detectableCells.map((cell) => [
    cell.row,
    ...COLUMNS.map((columns) => percent(seen(cell, columns, columns === 100 ? Math.round(runs / 4) : runs))),
  ]);
  return `**What would have been seen.** A report says which change of a column it would have seen; how often that change is seen (q < α), in ${String(runs)} seeded reports (a
quarter of it for 100 columns), with as many columns in which nothing changed beside it.

${markdownTable(['columns of the report', ...COLUMNS.map(String)], rows)}`;
}
