import { largest, smallest } from '../../facts/extremes.ts';
import { elementAt } from '../../facts/element-at.ts';
import { decodeDoubles, openBlocks, withNaN, type ColumnBlocks } from '../../engine/columns/decode.ts';
import { extent } from '../../stats/describe/code-sums.ts';
import { dropCommonKernel } from '../../stats/kernel/kernel.ts';
import { binCodes, binEdges } from '../../stats/model/bin-edges.ts';
import type { SharedAxis } from '../summarise/periods.ts';
import type { PerSide, Side } from '../../facts/document/side.ts';
import { mapSides } from '../../facts/document/sides.ts';
import { classificationResult } from './classification.ts';
import { errorBias } from './features/error-bias.ts';
import { featurePlane, planeRows, type PlaneRows } from './features/feature-plane.ts';
import { featureResult } from './features/feature.ts';
import { rowErrors, type SearchedErrors } from '../where/row-errors.ts';
import { costOf, type CostedRows, type CostOptions } from '../cost/cost.ts';
import type { Cost } from '../../facts/document/cost.ts';
import type { CostConfig } from '../../facts/settings/cost.ts';
import type { BinnedFeature } from './scored-rows.ts';
import { layOutModel, type FeatureArena, type ModelArena } from './model-arena.ts';
import { modelRows, predictedSeries, scoredRows, type ModelRows, type ModelTask } from './model-rows.ts';
import { otherMeasures, rowLosses } from '../within/row-losses.ts';
import { stratifiedMeasures } from '../within/stratified-measures.ts';
import type { WithinRows } from '../within/within.ts';
import { findPairs, withPredictions, type PairsFound } from './pairing.ts';
import { regressionResult } from './regression.ts';
import type { RowOrders } from './drawn/row-memory.ts';
import type { SharedOrder } from '../sequence/row-order.ts';
import type { ModelWithin, Overall } from '../../facts/document/performance.ts';
import type { FeatureBins, FeatureResult, GroupHistogram } from '../../facts/document/model/features.ts';
import type { ClassificationResult } from '../../facts/document/model/classification.ts';
import type { RegressionResult } from '../../facts/document/model/regression.ts';
import type { Metric } from '../../facts/document/model/estimates.ts';

/** What all rows together are measured by. */
export interface MeasureOptions {
  /** Whether rows may depend on each other in their order. */
  ordered: boolean;
  /** Both files hold the same rows: intervals of differences go by pairs. */
  paired: boolean;
  seed: number;
  onlyIn: PerSide<string[]>;
}

/** How costs are worked out, by rows that may depend on each other or not. */
export type AskedCost = Omit<CostOptions, 'orders'> & Pick<MeasureOptions, 'ordered'>;

export interface FeatureJob {
  name: string;
  /** Null for numbers: their bins are found here. */
  bins: FeatureBins | null;
  /** Of the names of its categories, in their order: what stands for them in the column. */
  hashes: readonly number[];
  histogram: GroupHistogram | null;
  ordered: boolean;
}

const DECILES = 10;

let task: ModelTask = { kind: 'regression' };
let rows: PerSide<ModelRows> = {};
/** See `findPairs`. */
let places: PerSide<Int32Array> = {};
const NOWHERE: PlaneRows = { edges: [], codes: {} };
let arena: ModelArena = { scored: {}, plane: NOWHERE, features: {} };

const NO_ERRORS: SearchedErrors = { measures: [], costs: {} };
let errors = NO_ERRORS;
/** What each row costs, until its errors are kept. */
let costs: PerSide<Float64Array> = {};

/** Of the model that was measured last, what its measures are means of, row by row, and what rows cost. Given once. */
export function takeErrors(): SearchedErrors {
  const taken = errors;
  errors = NO_ERRORS;
  return taken;
}

/** What is known of the rows of a run. */
interface KnownRows {
  axisOf: () => SharedAxis | null;
  strataOf: () => WithinRows | null;
  orderOf: () => SharedOrder | null;
}

/** What the page may ask of a worker about a model. The rows stay here until the next ones come. */
export const performanceCalls = ({ axisOf, strataOf, orderOf }: KnownRows) => ({
  /** Sets the rows that the calls below are about. */
  setModel(given: ModelTask, blocks: PerSide<Uint8Array>): void {
    task = given;
    rows = mapSides(blocks, (block) => modelRows(given, block));
    const scored = scoredRows(rows, given);
    arena = layOutModel(scored, planeRows(scored));
  },

  /** Which rows of both files belong together, by columns that tell rows apart; kept for `measure`. */
  pair(ids: PerSide<Uint8Array>): PairsFound | null {
    places = {};
    const { reference, current } = rows;
    if (reference === undefined || current === undefined) return null;
    const identifiers = mapSides(ids, (block) => decodeDoubles(block));
    const numbers = (identifiers.reference ?? []).map((identifier, i) => ({
      reference: identifier,
      current: identifiers.current?.[i] ?? identifier,
    }));
    const pairs = findPairs(numbers, { reference: reference.rows.target, current: current.rows.target });
    places = pairs?.places ?? {};
    return withPredictions(pairs, predictedSeries(reference), predictedSeries(current));
  },

  /** Gives the memory back; where segments are to be searched, all but the errors of its rows. */
  dropModel(isSearched: boolean): void {
    errors = isSearched ? { measures: rowErrors(arena.scored, task), costs } : NO_ERRORS;
    costs = {};
    rows = {};
    places = {};
    arena = { scored: {}, plane: NOWHERE, features: {} };
    dropCommonKernel();
  },

  measure: (options: MeasureOptions): Measured => measuredRows(options, orderOf(), axisOf()),

  /** What errors cost; what each row costs is kept for segments. */
  cost(config: CostConfig, { ordered, ...options }: AskedCost): Cost {
    const orders = ordersIn(orderOf(), ordered);
    const found = costOf(placedRows(options.paired), config, { ...options, orders, axis: axisOf() });
    costs = found.rows;
    return found.cost;
  },

  /** The measures that are means over rows, within strata; null where there are none. */
  measureWithin: (metrics: readonly Metric[]): ModelWithin | null => measuresWithin(strataOf(), metrics),

  feature(job: FeatureJob, columns: PerSide<ColumnBlocks>): FeatureResult {
    const { scored, plane, features } = arena;
    const memory = (side: Side): FeatureArena => features[side] ?? unexpectedTask();
    const values = mapSides(columns, (blocks, side) => decoded(blocks, memory(side)));
    const { binned, bins } =
      job.bins === null
        ? binNumbers(values, memory)
        : binCategories(values, memory, { bins: job.bins, hashes: job.hashes });
    const result = featureResult({ ...job, bins }, scored, binned);
    if (task.kind !== 'regression') return result;
    const bias = mapSides(scored, ({ groups }, side) => {
      const feature = binned[side];
      return feature === undefined ? unexpectedTask() : errorBias(groups.codes, feature, bins);
    });
    return { ...result, bias, plane: featurePlane(plane, binned, bins) };
  },
});

type Measured = (RegressionResult | ClassificationResult) & { overall: Overall };

function measuredRows(
  { onlyIn, ordered, ...asked }: MeasureOptions,
  order: SharedOrder | null,
  axis: SharedAxis | null,
): Measured {
  const given = placedRows(asked.paired);
  const options = { ...asked, orders: ordersIn(order, ordered), axis };
  if (given.kind === 'regression') return regressionResult(given.rows, options);
  const { classes, positive, threshold } = given.task;
  return classificationResult(given.rows, { ...options, classes, onlyIn, positive, threshold });
}

const ordersIn = (order: SharedOrder | null, ordered: boolean): RowOrders => (ordered ? (order?.sides ?? {}) : null);

/** The rows, with their places where both files hold the same ones. */
function placedRows(paired: boolean): CostedRows {
  const placesOf = (side: Side): Int32Array | null => (paired ? (places[side] ?? null) : null);
  if (task.kind === 'regression') {
    const placed = mapSides(rows, (side, name) =>
      side.kind === 'regression' ? { ...side.rows, places: placesOf(name) } : unexpectedTask(),
    );
    return { kind: 'regression', rows: placed };
  }
  const placed = mapSides(rows, (side, name) =>
    side.kind === 'classification' ? { ...side.rows, places: placesOf(name) } : unexpectedTask(),
  );
  return { kind: 'classification', rows: placed, task };
}

function measuresWithin(strata: WithinRows | null, metrics: readonly Metric[]): ModelWithin | null {
  if (strata === null) return null;
  const losses = rowLosses(rows, task);
  return stratifiedMeasures(losses, otherMeasures(metrics, losses), strata);
}

function unexpectedTask(): never {
  throw new Error('rows of another task');
}

const decoded = (columns: ColumnBlocks, memory: FeatureArena): Float64Array =>
  withNaN(elementAt(openBlocks(columns), 0).unpack(memory.values));

interface Binned {
  binned: PerSide<BinnedFeature>;
  bins: FeatureBins;
}

/** Deciles of the reference; the outermost edges are those of both files. */
function binNumbers(values: PerSide<Float64Array>, memory: (side: Side) => FeatureArena): Binned {
  const inner = binEdges(values.reference ?? values.current ?? new Float64Array(), DECILES);
  const ranges = Object.values(mapSides(values, (column) => extent(column)));
  const low = smallest(ranges.map((range) => range.low));
  const high = largest(ranges.map((range) => range.high));
  const edges = low <= high ? [Math.min(low, inner[0] ?? low), ...inner, high] : [];
  return {
    bins: { kind: 'numeric', edges },
    binned: mapSides(values, (column, side) => ({
      codes: binCodes(column, inner, memory(side).codes),
      values: column,
    })),
  };
}

/** Positions in the list of names, the others behind them. */
function binCategories(
  values: PerSide<Float64Array>,
  memory: (side: Side) => FeatureArena,
  { bins, hashes }: { bins: FeatureBins; hashes: readonly number[] },
): Binned {
  const otherCode = bins.kind === 'categorical' && bins.others ? bins.names.length : -1;
  const positions = new Map(hashes.map((hash, position) => [hash, position]));
  return {
    bins,
    binned: mapSides(values, (column, side) => {
      const { codes } = memory(side);
      for (let row = 0; row < codes.length; row++) {
        const hash = column[row]!;
        codes[row] = hash !== hash ? -1 : (positions.get(hash) ?? otherCode);
      }
      return { codes, values: null };
    }),
  };
}
