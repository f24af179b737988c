import type { PerSide } from '../../facts/document/side.ts';
import type { Estimate } from '../../facts/document/model/estimates.ts';
import type { MixOfColumn, MixWithin } from '../../facts/document/where.ts';
import { sortedQuantile } from '../../stats/describe/small-summaries.ts';
import { bootstrap, totalSums, type BlockSums } from '../../stats/model/blocks/bootstrap.ts';
import { groupBlocks, groupsOf } from '../../stats/segments/group-blocks.ts';
import { mixByChance, mixWithin, type GroupSums } from '../../stats/segments/mix-within.ts';
import type { RowsInOrder } from '../../stats/segments/split-rows.ts';
import type { RowErrors } from './row-errors.ts';
import type { CodedColumn } from './code-column.ts';

type Measure = MixWithin['measures'][number];
type Both<T> = Record<'reference' | 'current', T>;

/** Columns that are told, those whose mix goes farthest beyond chance; the interval of each leaves out zero. */
const MOST_COLUMNS = 5;
/** A column whose bins the files hardly share, such as the month, would explain anything. */
const LEAST_OVERLAP = 0.2;
const REPLICATES = 400;
const SEED = 1;
/** Normal deviates that one of twenty lies beyond. */
const BEYOND = 1.96;

/** How a measure's difference is split by each column; nothing where a file has no row of it. */
export const toldMix =
  (columns: readonly CodedColumn[], files: PerSide<RowsInOrder>) =>
  ({ id, values: { reference, current }, isRoot }: RowErrors): Measure[] => {
    if (reference === undefined || current === undefined || !files.reference || !files.current) return [];
    const moments = { reference: momentsOf(reference), current: momentsOf(current) };
    if (moments.reference.rows === 0 || moments.current.rows === 0) return [];
    const valueOf = (mean: number): number => (isRoot ? Math.sqrt(mean) : mean);
    const means = { reference: valueOf(moments.reference.mean), current: valueOf(moments.current.mean) };
    // A difference of roots is that of the squares over the sum of the roots.
    const divisor = isRoot ? means.reference + means.current : 1;
    const order = { reference: files.reference, current: files.current };
    const split = columns.map((column) => {
      const blocks = blocksOf(column, { reference, current }, order);
      const [before, after] = [groupsOf(totalSums(blocks.reference)), groupsOf(totalSums(blocks.current))];
      const chance = mixByChance(before, after, {
        reference: moments.reference.variance * order.reference.time,
        current: moments.current.variance * order.current.time,
      });
      const byChance = (Math.abs(chance.mean) + BEYOND * chance.deviation) / divisor;
      const overlap = sharedPart(before, after);
      return { column, blocks, byChance, overlap, whole: mixWithin(before, after) };
    });
    const beyondChance = ({ whole, byChance }: (typeof split)[number]): number =>
      Math.abs(whole.mix) / divisor - byChance;
    const told = split
      .filter((column) => column.overlap >= LEAST_OVERLAP && beyondChance(column) > 0)
      .toSorted((a, b) => beyondChance(b) - beyondChance(a))
      .slice(0, 2 * MOST_COLUMNS)
      .map(({ column, blocks, byChance, whole }): MixOfColumn => {
        const intervals = intervalsOf(blocks, isRoot);
        return {
          ...named(column),
          mix: { value: whole.mix / divisor, ...intervals.mix },
          within: { value: whole.within / divisor, ...intervals.within },
          byChance,
        };
      })
      .filter(({ mix }) => mix.low === null || mix.high === null || mix.low > 0 || mix.high < 0)
      .slice(0, MOST_COLUMNS);
    return [{ id, ...means, columns: told }];
  };

const named = ({ name, of }: CodedColumn): Pick<MixOfColumn, 'column' | 'part'> => ({
  column: name,
  ...(of.kind === 'clock' && { part: of.part }),
});

function blocksOf(column: CodedColumn, values: Both<Float64Array>, order: Both<RowsInOrder>): Both<BlockSums> {
  const side = (name: 'reference' | 'current'): BlockSums =>
    groupBlocks(column.codes[name] ?? new Uint8Array(), column.bins + 1, values[name], order[name]);
  return { reference: side('reference'), current: side('current') };
}

type Limits = Pick<Estimate, 'low' | 'high'>;

/** Percentiles of what both parts are on blocks drawn anew. */
function intervalsOf({ reference, current }: Both<BlockSums>, isRoot: boolean): Record<'mix' | 'within', Limits> {
  const drawn = (sums: BlockSums, seed: number) =>
    bootstrap(sums, (totals) => [...totals], { seed, replicates: REPLICATES });
  const [before, after] = [drawn(reference, SEED), drawn(current, SEED + 1)];
  const [mixes, withins]: [number[], number[]] = [[], []];
  for (let i = 0; i < REPLICATES && before.width > 0 && after.width > 0; i++) {
    const totalsAt = ({ values, width }: typeof before) => groupsOf(values.subarray(i * width, (i + 1) * width));
    const [first, second] = [totalsAt(before), totalsAt(after)];
    const { mix, within } = mixWithin(first, second);
    const divisor = isRoot ? rootOf(first) + rootOf(second) : 1;
    mixes.push(mix / divisor);
    withins.push(within / divisor);
  }
  return { mix: limitsOf(mixes), within: limitsOf(withins) };
}

const sumOf = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0);
const rootOf = ({ rows, sums }: GroupSums): number => Math.sqrt(sumOf(sums) / sumOf(rows));

/** The share of the rows that lies in the same bins of both files. */
function sharedPart(before: GroupSums, after: GroupSums): number {
  const [rowsBefore, rowsAfter] = [sumOf(before.rows), sumOf(after.rows)];
  return before.rows.reduce((sum, rows, group) => sum + Math.min(rows / rowsBefore, after.rows[group]! / rowsAfter), 0);
}

function limitsOf(values: readonly number[]): Limits {
  const sorted = Float64Array.from(values.filter((value) => Number.isFinite(value))).sort();
  if (sorted.length < REPLICATES / 2) return { low: null, high: null };
  return { low: sortedQuantile(sorted, 0.025), high: sortedQuantile(sorted, 0.975) };
}

function momentsOf(values: Float64Array): { rows: number; mean: number; variance: number } {
  let [rows, sum, squares] = [0, 0, 0];
  for (let row = 0; row < values.length; row++) {
    if (values[row] !== values[row]) continue;
    rows++;
    sum += values[row]!;
  }
  const mean = sum / rows;
  for (let row = 0; row < values.length; row++) if (values[row] === values[row]) squares += (values[row]! - mean) ** 2;
  return { rows, mean, variance: squares / rows };
}
