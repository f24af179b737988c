import { correlationChanges, type FoundMatrix } from '../../src/analysis/compare/correlation-changes.ts';
import { NumberCorrelations } from '../../src/analysis/compare/correlation-matrices.ts';
import { numericResult } from '../../src/analysis/run/column-result.ts';
import type { CorrelationMatrix } from '../../src/facts/document/distribution.ts';
import type { PerSide } from '../../src/facts/document/side.ts';
import { mapSides } from '../../src/facts/document/sides.ts';
import { parseConfig } from '../../src/facts/settings/settings.ts';
import { benjaminiHochberg } from '../../src/stats/adjust/benjamini-hochberg.ts';
import { normalSf } from '../../src/stats/distributions/normal.ts';
import { seededRandom, type Random } from '../../src/stats/random.ts';
import { numberSummaries, orderOf } from '../../test/analysis/summaries.ts';
import { autoregressive, normal, type Draw } from './draws.ts';
import { bound, jobs } from './simulate.ts';
import { markdownTable, percent } from './tables.ts';

const config = parseConfig();
const SEED = 11;
const COLUMNS = 12;

/** Columns of numbers of one file. */
type DrawFile = (random: Random, rows: number) => Float64Array[];

/** Two files, in which one pair changes where `after` differs. */
export interface CorrelationCell {
  before: DrawFile;
  after?: DrawFile;
  rows: readonly [reference: number, current: number];
  /** Rows stand in any order, beside a column of their times. */
  isShuffled?: boolean;
}

type BothFiles = Record<'reference' | 'current', Float64Array[]>;

/** Rows in any order, and which each was. */
function shuffle(columns: readonly Float64Array[], random: Random): { columns: Float64Array[]; times: Float64Array } {
  const rows = columns[0]?.length ?? 0;
  const order = Array.from({ length: rows }, (_, row) => [random(), row] as const).sort((a, b) => a[0] - b[0]);
  const times = Float64Array.from(order, ([, row]) => row);
  return { columns: columns.map((values) => times.map((row) => values[row]!)), times };
}

/** The correlations of two files, tested as the app does; by times where these tell the order of the rows. */
export function correlationsIn(columns: BothFiles, times: PerSide<Float64Array> = {}): CorrelationMatrix[] {
  const names = columns.reference.map((_, i) => `x${String(i)}`);
  const order = orderOf(
    mapSides(columns, (side) => side[0]?.length ?? 0),
    { times },
  );
  const sides = mapSides(columns, (side, name) => {
    const rows = side[0]?.length ?? 0;
    const batches = order.sides[name]?.batches ?? null;
    const found = new NumberCorrelations(new Float64Array(side.length), { all: rows, marked: rows }, batches);
    found.add(side);
    return found.matrices();
  });
  const results = names.map((name, i) =>
    numericResult(
      { ...jobs.numeric, name },
      numberSummaries(
        mapSides(columns, (side) => side[i] ?? new Float64Array()),
        { times },
      ),
    ),
  );
  const matrix = (method: 'pearson' | 'spearman'): FoundMatrix => ({
    ...{ method, columns: names, columnsLeftOut: 0, sampled: false, rowsUsed: mapSides(sides, ({ rows }) => rows) },
    values: mapSides(sides, (side) => side[method]),
    spreads: mapSides(sides, (side) => side.spreads[method]),
  });
  return correlationChanges([matrix('pearson'), matrix('spearman')], results, config);
}

/** Columns that all have a correlation with each other; `shape` makes cells from the common and the own part's sum. */
const together =
  (draw: Draw, r: number, shape: (value: number, row: number) => number = (value) => value): DrawFile =>
  (random, rows) => {
    const common = draw(random, rows);
    return Array.from({ length: COLUMNS }, () =>
      draw(random, rows).map((own, row) => shape(Math.sqrt(r) * common[row]! + Math.sqrt(1 - r) * own, row)),
    );
  };

/** The first two columns have this correlation, the others none. */
const firstPair =
  (draw: Draw, r: number): DrawFile =>
  (random, rows) => {
    const [first, second, ...rest] = together(draw, 0)(random, rows);
    if (first === undefined || second === undefined) return [];
    return [first, second.map((own, row) => r * first[row]! + Math.sqrt(1 - r * r) * own), ...rest];
  };

/** Rows that are wide or narrow in all columns at once. */
const bursts: DrawFile = (random, rows) => {
  const width = autoregressive(0.95)(random, rows).map((value) => Math.exp(value));
  return together(independent, 0, (value, row) => value * width[row]!)(random, rows);
};

/** Columns of different memories that hang on the first. */
const differing: DrawFile = (random, rows) =>
  Array.from({ length: COLUMNS }, (_, i) => i / COLUMNS).reduce<Float64Array[]>((columns, phi) => {
    const own = autoregressive(phi)(random, rows);
    const [first = own] = columns;
    return [
      ...columns,
      first === own ? autoregressive(0.95)(random, rows) : own.map((value, row) => value + first[row]!),
    ];
  }, []);

const independent: Draw = (random, size) => Float64Array.from({ length: size }, () => normal(random));

const DAY = 24;
const daily: DrawFile = (random, rows) =>
  together(autoregressive(0.7), 0.2, (value, row) => value + 1.4 * Math.sin((2 * Math.PI * row) / DAY))(random, rows);

const gappy: DrawFile = (random, rows) =>
  together(independent, 0.3)(random, rows).map((values) => values.map((value) => (random() < 0.1 ? NaN : value)));

const alike = (before: DrawFile, n: number, m = n): CorrelationCell => ({ before, rows: [n, m] });

/** Files in which nothing changed. */
export const calmCorrelations: Record<string, CorrelationCell> = {
  'independent rows, 500 and 500': alike(together(independent, 0), 500),
  'independent rows, 60 and 60': alike(together(independent, 0), 60),
  'independent rows, 2000 and 200': alike(together(independent, 0), 2000, 200),
  'independent rows, all pairs 0.5, 500 and 500': alike(together(independent, 0.5), 500),
  'independent rows, all pairs 0.95, 500 and 500': alike(together(independent, 0.95), 500),
  'skewed (eᶻ), all pairs, 500 and 500': alike(together(independent, 0.5, Math.exp), 500),
  'skewed (eᶻ), all pairs, 2000 and 2000': alike(together(independent, 0.5, Math.exp), 2000),
  'a tenth of the cells missing, 500 and 500': alike(gappy, 500),
  'AR(1) φ = 0.9, 500 and 500': alike(together(autoregressive(0.9), 0), 500),
  'AR(1) φ = 0.9, 2000 and 2000': alike(together(autoregressive(0.9), 0), 2000),
  'AR(1) φ = 0.9, all pairs 0.5, 2000 and 500': alike(together(autoregressive(0.9), 0.5), 2000, 500),
  'AR(1) φ = 0.99, 2000 and 2000': alike(together(autoregressive(0.99), 0), 2000),
  'memories from none to φ = 0.9 on a common φ = 0.95, 2000 and 2000': alike(differing, 2000),
  'wide and narrow hours of all columns, 2000 and 2000': alike(bursts, 2000),
  'the same, rows in any order beside their times': { ...alike(bursts, 2000), isShuffled: true },
  'cycle of the day in all, 13 weeks and 13': alike(daily, 13 * 7 * DAY),
  'cycle of the day in all, 13 weeks and 1': alike(daily, 13 * 7 * DAY, 7 * DAY),
};

/** Files in which the first pair of columns changed, among 66 pairs. */
export const changedCorrelations: Record<string, CorrelationCell> = {
  'independent rows, 500 and 500: 0.2 to 0.6': {
    ...{ before: firstPair(independent, 0.2), after: firstPair(independent, 0.6), rows: [500, 500] },
  },
  'independent rows, 500 and 500: 0.2 to 0.4': {
    ...{ before: firstPair(independent, 0.2), after: firstPair(independent, 0.4), rows: [500, 500] },
  },
  'independent rows, 2000 and 2000: 0.2 to 0.35': {
    ...{ before: firstPair(independent, 0.2), after: firstPair(independent, 0.35), rows: [2000, 2000] },
  },
  'AR(1) φ = 0.9, 2000 and 2000: 0.2 to 0.6': {
    ...{ before: firstPair(autoregressive(0.9), 0.2), after: firstPair(autoregressive(0.9), 0.6), rows: [2000, 2000] },
  },
};

/** Whether any pair would be called changed if all rows were independent and normal: Fisher's z alone. */
function anyByFisher(matrices: readonly CorrelationMatrix[]): boolean {
  const pairs = matrices.flatMap(({ columns, values: { reference = [], current = [] }, rowsUsed }) =>
    columns.flatMap((_, i) =>
      columns.slice(0, i).map((_, j) => {
        const [before, after] = [reference[i]?.[j] ?? 0, current[i]?.[j] ?? 0];
        const error = Math.sqrt(1 / ((rowsUsed.reference ?? 0) - 3) + 1 / ((rowsUsed.current ?? 0) - 3));
        const z = Math.abs(Math.atanh(after) - Math.atanh(before)) / error;
        return { pValue: 2 * normalSf(z), matters: Math.abs(after - before) >= 0.1 };
      }),
    ),
  );
  const qValues = benjaminiHochberg(pairs.map(({ pValue }) => pValue));
  return pairs.some(({ matters }, i) => matters && (qValues[i] ?? 1) < config.alpha);
}

function shuffledIn(files: BothFiles, random: Random): CorrelationMatrix[] {
  const [reference, current] = [shuffle(files.reference, random), shuffle(files.current, random)];
  return correlationsIn(
    { reference: reference.columns, current: current.columns },
    { reference: reference.times, current: current.times },
  );
}

/** Shares of seeded reports with any changed pair, and of those with the first pair changed; how often the largest difference is beyond what chance makes, and any changed by Fisher's z alone. */
export function correlationShares({ before, after = before, rows, isShuffled = false }: CorrelationCell, runs: number) {
  const random = seededRandom(SEED);
  let [any, first, beyond, fisher] = [0, 0, 0, 0];
  for (let run = 0; run < runs; run++) {
    const files = { reference: before(random, rows[0]), current: after(random, rows[1]) };
    const found = isShuffled ? shuffledIn(files, random) : correlationsIn(files);
    const changed = found.flatMap(({ changedMost }) => changedMost.filter((pair) => pair.changed));
    any += Number(changed.length > 0);
    first += Number(changed.some(({ a, b }) => a === 'x0' && b === 'x1'));
    fisher += Number(anyByFisher(found));
    beyond += Number(
      found.some(({ method, tested }) => method === 'pearson' && tested && tested.largest > tested.largestByChance),
    );
  }
  return { any: any / runs, first: first / runs, beyond: beyond / runs, fisher: fisher / runs };
}

/** Reports of twelve columns in which nothing changed beside such in which one pair did. */
export function correlationTables(runs: number): string {
  const calm = Object.entries(calmCorrelations).map(([name, cell]) => {
    const { any, beyond, fisher } = correlationShares(cell, runs);
    return [name, percent(any), percent(beyond), percent(fisher)];
  });
  const changed = Object.entries(changedCorrelations).map(([name, cell]) => [
    name,
    percent(correlationShares(cell, runs).first),
  ]);
  return `**Correlations.** Reports of twelve columns (66 pairs, by Pearson's r and Spearman's ρ), ${String(runs)} seeded ones a cell. Nothing changed: share of reports with any
pair called changed, and of those in which the largest difference of Pearson's r is beyond what chance alone is said to make; beside the share that Fisher’s z alone would call, with every row in full. Up to ${percent(bound(runs))} is within three standard errors of α.

${markdownTable(['nothing changed', 'any pair changed', 'largest beyond chance', 'Fisher’s z alone'], calm)}

One pair changed: share of reports in which it is called changed.

${markdownTable(['one pair changed', 'called'], changed)}`;
}
