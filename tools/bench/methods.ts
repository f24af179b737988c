import { andersonDarling } from '../../src/stats/compare/numeric/anderson-darling.ts';
import { brownForsythe } from '../../src/stats/compare/numeric/brown-forsythe.ts';
import { chiSquareHomogeneity } from '../../src/stats/compare/categorical/chi-square.ts';
import { cramerVonMises } from '../../src/stats/compare/numeric/cramer-von-mises.ts';
import { ecdf, type Ecdf } from '../../src/stats/describe/ecdf.ts';
import { energyDistance } from '../../src/stats/compare/numeric/energy.ts';
import { eppsSingleton } from '../../src/stats/compare/numeric/epps-singleton.ts';
import { tableFromCodes, type FrequencyTable } from '../../src/stats/describe/frequency-table.ts';
import { gTest } from '../../src/stats/compare/categorical/g-test.ts';
import { kolmogorovSmirnov } from '../../src/stats/compare/numeric/ks.ts';
import { mannWhitney } from '../../src/stats/compare/numeric/mann-whitney.ts';
import { psi } from '../../src/stats/compare/binned/psi.ts';
import { quantileBinned } from '../../src/stats/describe/quantile-bins.ts';
import { seededRandom } from '../../src/stats/random.ts';
import { welchT } from '../../src/stats/compare/numeric/t-test.ts';
import { totalVariation } from '../../src/stats/compare/binned/total-variation.ts';
import { normalisedWasserstein } from '../../src/stats/compare/numeric/wasserstein.ts';

const ROWS = 1_000_000;
const ROUNDS = 7;
const LEVELS = 50;

const numeric: Record<string, (reference: Ecdf, current: Ecdf) => unknown> = {
  ks: kolmogorovSmirnov,
  wasserstein: normalisedWasserstein,
  anderson: andersonDarling,
  cramer_von_mises: cramerVonMises,
  mann_whitney: mannWhitney,
  welch: welchT,
  brown_forsythe: brownForsythe,
  epps_singleton: eppsSingleton,
  energy: energyDistance,
  psi: (reference, current) => psi(quantileBinned(reference, current)),
};

const categorical: Record<string, (reference: FrequencyTable, current: FrequencyTable) => unknown> = {
  chi_square: chiSquareHomogeneity,
  g_test: gTest,
  total_variation: totalVariation,
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
  return new Map([...times].map(([name, all]) => [name, all.sort((a, b) => a - b)[ROUNDS >> 1] ?? NaN]));
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
