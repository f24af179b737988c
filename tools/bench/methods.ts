import { median } from 'simple-statistics';
import { categoryTests } from '../../src/analysis/compare/methods/category-tests.ts';
import { numericTests } from '../../src/analysis/compare/methods/numeric-tests.ts';
import { evidentlyMethodsFor, type ColumnKind, type EvidentlyMethod } from '../../src/facts/methods.ts';
import { totalVariation } from '../../src/stats/compare/binned/total-variation.ts';
import { normalisedWasserstein } from '../../src/stats/compare/numeric/wasserstein.ts';
import { ecdf, type Ecdf } from '../../src/stats/describe/ecdf.ts';
import { tableFromCodes, type FrequencyTable } from '../../src/stats/describe/frequency-table.ts';
import { evidentlyScores } from '../../src/stats/evidently/methods.ts';
import { seededRandom } from '../../src/stats/random.ts';

const ROWS = 1_000_000;
const ROUNDS = 7;
const LEVELS = 50;

type Method<Side> = (reference: Side, current: Side) => unknown;

/** Not timed: random splits take as long as there are many of them, and Fisher's test is for two levels. */
const NOT_TIMED: readonly EvidentlyMethod[] = ['empirical_mmd', 'TVD', 'fisher_exact'];

const mapped = <From, To>(table: Record<string, From>, map: (from: From) => To): Record<string, To> =>
  Object.fromEntries(Object.entries(table).map(([id, from]) => [id, map(from)]));

const evidently = <Side>(
  kind: ColumnKind,
  score: (id: EvidentlyMethod) => Method<Side>,
): Record<string, Method<Side>> =>
  Object.fromEntries(
    evidentlyMethodsFor(kind)
      .filter((id) => !NOT_TIMED.includes(id))
      .map((id) => [`evidently ${id}, ${kind}`, score(id)]),
  );

const numeric: Record<string, Method<Ecdf>> = {
  wasserstein: normalisedWasserstein,
  ...mapped(
    numericTests,
    ({ test }) =>
      (reference: Ecdf, current: Ecdf) =>
        test({ reference, current }),
  ),
  ...evidently(
    'numeric',
    (id) => (reference, current) => evidentlyScores[id]({ kind: 'numeric', reference, current }, 0),
  ),
};

const categorical: Record<string, Method<FrequencyTable>> = {
  total_variation: totalVariation,
  ...mapped(
    categoryTests,
    ({ test }) =>
      (reference: FrequencyTable, current: FrequencyTable) =>
        test({ reference, current }),
  ),
  ...evidently(
    'categorical',
    (id) => (reference, current) => evidentlyScores[id]({ kind: 'categorical', reference, current }, 0),
  ),
};

/** Median milliseconds of a few rounds, in which everything takes its turn. */
function medians(work: Record<string, () => unknown>): Map<string, number> {
  const times = new Map<string, number[]>(Object.keys(work).map((name) => [name, []]));
  for (let round = 0; round < ROUNDS; round++) {
    for (const [name, run] of Object.entries(work)) {
      const started = performance.now();
      run();
      times.get(name)?.push(performance.now() - started);
    }
  }
  return new Map([...times].map(([name, all]) => [name, median(all)]));
}

/** Each method on two columns of a million rows, beside the sort (for categories: the count) that comes before it. */
export function methodTable(): string {
  const random = seededRandom(1);
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const values = [0, 0.1].map((shift) => Float64Array.from({ length: ROWS }, () => normal() + shift));
  const codes = [0, 1].map(() => Int32Array.from({ length: ROWS }, () => Math.floor(LEVELS * random())));
  const names = Array.from({ length: LEVELS }, (_, i) => String(i));
  const [r, c] = values.map((column) => ecdf(column));
  const [tr, tc] = codes.map((column) => tableFromCodes(column, names));
  if (r === undefined || c === undefined || tr === undefined || tc === undefined) throw new Error('two columns');
  // A fresh object each time: what a column remembers must not count as speed.
  const run = (method: (reference: Ecdf, current: Ecdf) => unknown) => (): unknown => method({ ...r }, { ...c });
  const measured = medians({
    'sort both': () => values.map((column) => column.slice().sort()),
    ...Object.fromEntries(Object.entries(numeric).map(([name, method]) => [name, run(method)])),
    together: () => {
      const [reference, current] = [{ ...r }, { ...c }];
      return Object.values(numeric).map((method) => method(reference, current));
    },
    'count both': () => codes.map((column) => tableFromCodes(column, names)),
    ...Object.fromEntries(Object.entries(categorical).map(([name, method]) => [name, () => method(tr, tc)])),
  });
  const of = (name: string): number => measured.get(name) ?? NaN;
  const sum = (methods: object): number => Object.keys(methods).reduce((total, name) => total + of(name), 0);
  const line = (name: string, ms: number, base: number): string =>
    `| ${name} | ${ms.toFixed(1)} | ${(ms / base).toFixed(2)} |`;
  return [
    '| two columns of 1 million rows | ms | ratio to sorting (counting) both |',
    '| --- | ---: | ---: |',
    ...['sort both', ...Object.keys(numeric)].map((name) => line(name, of(name), of('sort both'))),
    line('all numeric methods together', of('together'), of('sort both')),
    ...['count both', ...Object.keys(categorical)].map((name) => line(name, of(name), of('count both'))),
    line('all categorical methods', sum(categorical), of('count both')),
  ].join('\n');
}
