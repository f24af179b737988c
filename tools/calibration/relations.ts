import { featureResult } from '../../src/analysis/model/features/feature.ts';
import type { BinnedFeature, ScoredRows } from '../../src/analysis/model/scored-rows.ts';
import { parseConfig } from '../../src/facts/settings/settings.ts';
import type { ConceptDrift, FeatureResult } from '../../src/facts/document/model/features.ts';
import { behavesDifferently } from '../../src/report/findings/model/concept-drift.ts';
import { benjaminiHochberg } from '../../src/stats/adjust/benjamini-hochberg.ts';
import { markdownTable, percent } from './tables.ts';
import { binCodes, binEdges } from '../../src/stats/model/bin-edges.ts';
import { seededRandom, type Random } from '../../src/stats/random.ts';

const normal = (random: Random): number => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());

/** How the rows of a file are drawn. */
interface Process {
  /** What one feature does to the target. */
  shape: (x: number) => number;
  /** Standard deviation of what no feature tells; for classes a threshold is drawn in its place. */
  noise: number;
  /** Autocorrelation of the noise, and of the features. */
  rho: number;
  featureRho: number;
  isClass: boolean;
  moved: number;
  stretched: number;
}

interface Rows {
  features: Float64Array[];
  target: Float64Array;
}

function autoregressive(rows: number, rho: number, random: Random): Float64Array {
  let value = normal(random);
  return Float64Array.from({ length: rows }, () => {
    const drawn = value;
    value = rho * value + Math.sqrt(1 - rho * rho) * normal(random);
    return drawn;
  });
}

/** Rows with as many independent features, each of which moves alike. */
function rowsOf(process: Process, rows: number, { count, random }: { count: number; random: Random }): Rows {
  const features = Array.from({ length: count }, () =>
    autoregressive(rows, process.featureRho, random).map((x) => process.moved + process.stretched * x),
  );
  const rest = autoregressive(rows, process.rho, random);
  const target = rest.map((e, row) => {
    const told = features.reduce((sum, x) => sum + process.shape(x[row]!), 0);
    return process.isClass ? Number(random() < 1 / (1 + Math.exp(-told))) : told + process.noise * e;
  });
  return { features, target };
}

const scored = ({ target }: Rows, isShare: boolean): ScoredRows => ({
  ...{ target, prediction: target, error: target, loss: target, targets: [target], isShare },
  groups: { names: [{ name: 'all' }], codes: new Int32Array(target.length) },
});

type Concept = FeatureResult['concept'];

function concepts(
  reference: Rows,
  current: Rows,
  { ordered, isShare }: { ordered: boolean; isShare: boolean },
): Concept[] {
  const rows = { reference: scored(reference, isShare), current: scored(current, isShare) };
  return reference.features.map((x, i) => {
    const edges = binEdges(x, 10);
    const binned = (values: Float64Array): BinnedFeature => ({ codes: binCodes(values, edges), values });
    const bins = { kind: 'numeric' as const, edges: [-9, ...edges, 9] };
    const features = { reference: binned(x), current: binned(current.features[i] ?? x) };
    return featureResult({ name: 'x', bins, histogram: null, ordered }, rows, features).concept;
  });
}

/** As `measurePerformance` does it over the features of a report. */
function withQValues(found: readonly Concept[]): Concept[] {
  const tested = found.filter((concept): concept is ConceptDrift => concept !== null && 'pValue' in concept);
  const qValues = benjaminiHochberg(tested.map(({ pValue }) => pValue));
  return tested.map((concept, i) => ({ ...concept, qValue: qValues[i] ?? 1 }));
}

const usual: Process = {
  ...{ shape: (x) => x, noise: 1, rho: 0, featureRho: 0, isClass: false, moved: 0, stretched: 1 },
};

type Given = Partial<Process> & { features?: number };

/** Features whose relation to the target is looked at in both files. */
export interface RelationCase {
  what: string;
  given: Given;
  change: Partial<Process>;
}

const alone = { features: 1 };
const classes = { isClass: true, features: 1 };

/** The target depends on the features as it did. */
export const calmRelations: RelationCase[] = [
  { what: 'nothing changed', given: {}, change: {} },
  { what: 'features moved by 1 σ', given: {}, change: { moved: 1 } },
  { what: 'features moved by 2 σ', given: {}, change: { moved: 2 } },
  { what: 'moved by 2 σ, little noise', given: { ...alone, noise: 0.2 }, change: { moved: 2 } },
  { what: 'features half as wide', given: {}, change: { stretched: 0.5 } },
  { what: 'curved relation, moved by 1 σ', given: { shape: (x) => x + 0.5 * x * x }, change: { moved: 1 } },
  { what: 'exponential relation, moved by 1 σ', given: { ...alone, shape: Math.exp }, change: { moved: 1 } },
  { what: 'a step, moved by 1 σ', given: { ...alone, shape: (x) => 2 * Number(x > 0.3) }, change: { moved: 1 } },
  { what: 'noise AR .9, moved by 2 σ', given: { rho: 0.9 }, change: { moved: 2 } },
  { what: 'noise and features AR .9, moved by 2 σ', given: { rho: 0.9, featureRho: 0.9 }, change: { moved: 2 } },
  { what: 'two classes, moved by 2 σ', given: classes, change: { moved: 2 } },
  { what: 'two classes, three features moved by 2 σ', given: { isClass: true }, change: { moved: 2 } },
  { what: 'a rare class, moved by 1 σ', given: { ...classes, shape: (x) => x - 4 }, change: { moved: 1 } },
  {
    what: 'a class more frequent everywhere',
    given: { ...classes, shape: (x) => x - 2 },
    change: { shape: (x) => x - 1 },
  },
];

const steeper = (x: number): number => 1.2 * x;

/** The target depends on the feature in another way. */
export const changedRelations: RelationCase[] = [
  {
    what: 'slope + 20 %, noise half of the feature’s part',
    given: { ...alone, noise: 0.5 },
    change: { shape: steeper },
  },
  { what: 'the same, moved by 1 σ', given: { ...alone, noise: 0.5 }, change: { shape: steeper, moved: 1 } },
  { what: 'the same, noise AR .9', given: { ...alone, noise: 0.5, rho: 0.9 }, change: { shape: steeper } },
  { what: 'slope + 20 %, noise as large as the feature’s part', given: alone, change: { shape: steeper } },
  { what: 'two classes, slope + 50 %', given: classes, change: { shape: (x) => 1.5 * x } },
  { what: 'two classes, slope turned round', given: classes, change: { shape: (x) => -x } },
];

/**
 * How often a feature is said to behave differently.
 * @param one what is drawn
 * @param rows of the reference and of the current file
 * @param runs each a report of its own, corrected over its features
 */
export function differentShare(
  { given, change }: RelationCase,
  [n, m]: readonly [number, number],
  runs: number,
): number {
  const { features = 3, ...process } = given;
  const [before, after]: Process[] = [
    { ...usual, ...process },
    { ...usual, ...process, ...change },
  ];
  const [random, config] = [seededRandom(5), parseConfig()];
  const task = before!.isClass ? 'binary' : 'regression';
  const options = { ordered: before!.rho > 0, isShare: before!.isClass };
  let called = 0;
  for (let run = 0; run < runs; run++) {
    const reference = rowsOf(before!, n, { count: features, random });
    const found = concepts(reference, rowsOf(after!, m, { count: features, random }), options);
    called += withQValues(found).filter((concept) => behavesDifferently(concept, task, config)).length;
  }
  return called / runs / features;
}

const calmSizes = [
  [200, 200],
  [1000, 1000],
  [5000, 5000],
  [20_000, 1000],
] as const;
const changedSizes = [
  [500, 500],
  [1000, 1000],
  [2000, 2000],
  [5000, 5000],
] as const;

/** The tables of the handbook, as Markdown. */
export function relationTables(runs: number): string {
  const table = (cases: readonly RelationCase[], sizes: readonly (readonly [number, number])[]): string =>
    markdownTable(
      ['rows', ...sizes.map((size) => size.join(' / '))],
      cases.map((one) => [one.what, ...sizes.map((size) => percent(differentShare(one, size, runs)))]),
    );
  return `**Concept drift.** Share of features said to behave differently (α = 5 %, corrected over the features of the report), ${String(runs)} runs a cell. The target depends on each feature as it
did; three features unless one is said, noise as large as one feature’s part:

${table(calmRelations, calmSizes)}

The target depends on the one feature in another way:

${table(changedRelations, changedSizes)}`;
}
