import { fetchCounts, fetchTogether, hashesOf, type Wanted } from '../../engine/columns/columns.ts';
import { decodeCounts } from '../../engine/columns/decode.ts';
import type { DataSet } from '../../engine/data-set.ts';
import { benjaminiHochberg } from '../../stats/adjust/benjamini-hochberg.ts';
import { handOver } from '../../engine/bridge.ts';
import type { RunOptions } from '../run/run-result.ts';
import type { Config } from '../../facts/settings/settings.ts';
import type { Pool } from '../run/pool.ts';
import type { ValueStore } from '../run/kept/value-store.ts';
import type { ColumnSchema } from '../../facts/document/columns.ts';
import type { ColumnResult } from '../../facts/document/drift.ts';
import type { PerSide, Side } from '../../facts/document/side.ts';
import { mapSides, mapSidesAsync } from '../../facts/document/sides.ts';
import { modelOf, type Model } from './model.ts';
import { findPairing, storedIn } from './find-pairing.ts';
import { columnsOf, onlySides } from './features/feature-columns.ts';
import type { ModelWithin, Pairing, Performance } from '../../facts/document/performance.ts';
import type { FeatureResult, GroupHistogram } from '../../facts/document/model/features.ts';
import type { Metric } from '../../facts/document/model/estimates.ts';
import { modelColumns } from './task.ts';
import type { AskedCost, FeatureJob } from './worker-calls.ts';
import { isCostSet } from '../../facts/settings/cost.ts';
import type { Cost } from '../../facts/document/cost.ts';
import type { NotMeasured } from '../../facts/statements/model-statements.ts';

/** What a model's quality is measured from. */
export interface Measure {
  data: PerSide<DataSet>;
  schema: readonly ColumnSchema[];
  results: ReadonlyMap<string, ColumnResult>;
  config: Config;
  pool: Pool;
  /** Values that have left the engines; null where they are fetched again. */
  store: ValueStore | null;
  /** Which texts count as missing in a column. */
  missingIn: (column: string) => readonly string[];
  /** Gives the workers the time axis. */
  shareRows: () => Promise<unknown>;
}

/** Features in work at once. */
const CONCURRENCY = 3;

/** The model's quality in each file, null where there is no model, or why it cannot be measured; and what its errors cost. */
export interface MeasuredModel {
  performance: Performance | null;
  /** Absent where no cost is set. */
  cost?: Cost;
}

const notMeasured = (reason: NotMeasured): MeasuredModel => ({ performance: { state: 'notMeasured', reason } });

/** Measures the model, where there is one. */
export async function measurePerformance(run: Measure, options: RunOptions): Promise<MeasuredModel> {
  const columns = modelColumns(run.schema, Object.keys(run.data) as Side[], run);
  if (columns === null) return { performance: null };
  if ('notMeasured' in columns) return notMeasured(columns.notMeasured);
  options.onProgress?.({ stage: 'measuring', done: 0, total: 0, unit: 'columns' });
  const model = await modelOf(run, columns, (name) => levelsOf(run, name, columns.sides, options.signal));
  if ('notMeasured' in model) return notMeasured(model.notMeasured);
  await run.shareRows();
  await shareRows(run, model, options.signal);
  const pairs = await findPairing(run, model);
  const { twoModels, paired } = modelsIn(pairs, run.config);
  const { sides, rows, labels, ...said } = model;
  const settings = {
    ordered: run.config.rowOrder !== 'none',
    paired,
    seed: run.config.seed,
    onlyIn: labels?.onlyIn ?? {},
  };
  // The features are measured beside the whole: two workers, two cores.
  const [{ overall, ...whole }, features] = await Promise.all([
    run.pool.runOn(0, async (calls) => await calls.measure(settings)),
    measureFeatures(run, model, options),
  ]);
  const costed = await measureCost(run, { ...settings, twoModels });
  const stratified = await measureWithin(run, whole.metrics, twoModels || paired);
  await Promise.all(eachWorker(run.pool, (i) => run.pool.runOn(i, (calls) => calls.dropModel(i === 0))));
  const performance: Performance = {
    state: 'measured',
    ...said,
    positive: positiveOf(rows),
    sides,
    twoModels,
    paired: settings.paired,
    pairing: settings.paired ? pairs : null,
    overall,
    ...stratified,
    whole,
    features: withQValues(features).map(leanOf(features)),
  };
  return { performance, ...costed };
}

async function measureCost({ config, pool }: Measure, settings: AskedCost): Promise<Pick<MeasuredModel, 'cost'>> {
  const { cost } = config;
  return isCostSet(cost) ? { cost: await pool.runOn(0, async (calls) => await calls.cost(cost, settings)) } : {};
}

/** Whether the files hold two models' predictions, and whether those of one or two models are compared row by row. */
function modelsIn(pairs: Pairing | null, { performance }: Config): { twoModels: boolean; paired: boolean } {
  const sameRows = pairs?.same === true;
  const isOne = sameRows && pairs.samePredictions === true;
  const twoModels = performance.twoModels ?? (sameRows && !isOne);
  return { twoModels, paired: pairs !== null && (twoModels || isOne) };
}

/** What the measures are within the strata of other columns; the same rows have the same mix. */
async function measureWithin(
  { config, pool }: Measure,
  metrics: readonly Metric[],
  sameRows: boolean,
): Promise<{ within?: ModelWithin }> {
  if (config.compareWithin.length === 0 || sameRows) return {};
  const found = await pool.runOn(0, (calls) => calls.measureWithin(metrics));
  return found === null ? {} : { within: found };
}

const positiveOf = (rows: Model['rows']): string | null =>
  rows.kind === 'classification' && rows.positive !== null ? (rows.classes[rows.positive] ?? null) : null;

const eachWorker = <T>(pool: Pool, call: (index: number) => T): T[] =>
  Array.from({ length: pool.size }, (_, i) => call(i));

async function levelsOf(
  { data }: Measure,
  name: string,
  sides: readonly Side[],
  signal: AbortSignal | undefined,
): Promise<PerSide<ReadonlyMap<string, number>>> {
  const columns = mapSides(data, (set, side) => (sides.includes(side) ? storedIn(set, name) : undefined));
  return mapSidesAsync(columns, async (column, side) => {
    const set = data[side];
    if (column === undefined || set === undefined) return new Map();
    const [found] = decodeCounts(await fetchCounts(set, [column], signal), 1);
    return new Map(found?.levels.map((level, i) => [level, found.counts[i] ?? 0]));
  });
}

/** Of very many features, only those that explain most of the error keep their plane: it is the largest part of the document. */
const MOST_PLANES = 60;

function leanOf(features: readonly FeatureResult[]): (feature: FeatureResult) => FeatureResult {
  const largestExplained = ({ explained }: FeatureResult): number =>
    Math.max(explained.reference ?? 0, explained.current ?? 0);
  const cutoff = features.map(largestExplained).toSorted((a, b) => b - a)[MOST_PLANES] ?? -1;
  return (feature) => (largestExplained(feature) > cutoff ? feature : { ...feature, plane: null });
}

/** Gives every worker the rows. */
async function shareRows(run: Measure, model: Model, signal: AbortSignal | undefined): Promise<void> {
  signal?.throwIfAborted();
  const blocks = await mapSidesAsync(onlySides(run.data, model.sides), (set) => fetchTogether(set, wanted(set, model)));
  await Promise.all(
    eachWorker(run.pool, (i) =>
      run.pool.runOn(i, (calls) => calls.setModel(model.rows, handOver(mapSides(blocks, (block) => block.slice())))),
    ),
  );
}

function wanted(set: DataSet, { target, prediction, probabilities, labels }: Model): Wanted[] {
  const wantedColumn = (name: string | null, texts: readonly string[] | undefined): Wanted[] => {
    const column = name === null ? undefined : storedIn(set, name);
    if (column === undefined) return [];
    return [texts === undefined ? { column } : { column, texts }];
  };
  return [
    ...wantedColumn(target, labels?.target.texts),
    ...wantedColumn(prediction, labels?.prediction.texts),
    ...probabilities.flatMap(({ column }) => wantedColumn(column, undefined)),
  ];
}

type Feature = Omit<FeatureJob, 'ordered' | 'hashes'>;

/** The columns that a model may have looked at, with their bins; numbers get theirs where they are. */
function featuresOf({ schema, results }: Measure, model: Model): Feature[] {
  const taken = new Set(model.probabilities.map(({ column }) => column));
  const isFeature = ({ name, role, presentIn }: ColumnSchema): boolean =>
    role === 'feature' && !taken.has(name) && model.sides.every((side) => presentIn.includes(side));
  return schema.filter(isFeature).flatMap(({ name, type }): Feature[] => {
    const distribution = results.get(name)?.distribution;
    if (type === 'numeric') return [{ name, bins: null, histogram: histogramOf(distribution) }];
    if (distribution?.kind !== 'categorical') return [];
    const names = distribution.categories.map((category) => category.name);
    return [{ name, bins: { kind: 'categorical', names, others: distribution.other !== null }, histogram: null }];
  });
}

const histogramOf = (distribution: ColumnResult['distribution'] | undefined): GroupHistogram | null =>
  distribution?.kind === 'numeric' ? { edges: distribution.edges, scale: distribution.scale } : null;

async function measureFeatures(run: Measure, model: Model, options: RunOptions): Promise<FeatureResult[]> {
  const features = featuresOf(run, model);
  const done = new Map<string, FeatureResult>();
  const waiting = [...features];
  const ordered = run.config.rowOrder !== 'none';
  const data = onlySides(run.data, model.sides);
  const [anyData] = Object.values(data);
  if (anyData === undefined) return [];
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      options.signal?.throwIfAborted();
      const { name, bins } = next;
      // Texts are told by their hashes: to look each row's up in a list would take the engine twice as long.
      const hashes = bins?.kind === 'categorical' ? await hashesOf(anyData, bins.names) : [];
      const job = { ...next, hashes, ordered };
      const form = bins?.kind === 'categorical' ? 'code' : 'number';
      const columns = await columnsOf({ ...run, data }, [{ name, form }]);
      done.set(name, await run.pool.run((calls) => calls.feature(job, columns)));
      options.onProgress?.({ stage: 'measuring', done: done.size, total: features.length, unit: 'columns' });
    }
  };
  const ended = await Promise.allSettled(Array.from({ length: CONCURRENCY }, work));
  const failure = ended.find((outcome) => outcome.status === 'rejected');
  if (failure !== undefined) throw failure.reason;
  return features.flatMap(({ name }) => done.get(name) ?? []);
}

/** Concept drift is corrected over all features. */
function withQValues(features: readonly FeatureResult[]): FeatureResult[] {
  const tested = features.flatMap(({ concept }) => (concept !== null && 'pValue' in concept ? [concept] : []));
  const qValues = benjaminiHochberg(tested.map(({ pValue }) => pValue));
  const qOf = new Map(tested.map((drift, i) => [drift, qValues[i] ?? 1]));
  return features.map((feature) => {
    const { concept } = feature;
    if (concept === null || 'notTested' in concept) return feature;
    return { ...feature, concept: { ...concept, qValue: qOf.get(concept) ?? 1 } };
  });
}
