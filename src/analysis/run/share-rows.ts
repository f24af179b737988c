import { handOver } from '../../engine/bridge.ts';
import { fetchBlock } from '../../engine/columns/blocks.ts';
import { fetchTogether } from '../../engine/columns/columns.ts';
import { elementAt } from '../../facts/element-at.ts';
import type { ColumnSchema } from '../../facts/document/columns.ts';
import type { PerSide } from '../../facts/document/side.ts';
import { mapSides, mapSidesAsync } from '../../facts/document/sides.ts';
import type { Config } from '../../facts/settings/settings.ts';
import type { FoundRows, SharedRows } from '../sequence/order-calls.ts';
import { storedIn, valueKeys, type ColumnRun } from './run-columns.ts';

/** Machines are looked for in so many rows, and among so many columns. */
const FIRST_ROWS = 4096;
const MOST_COLUMNS = 32;

type RowRun = Pick<ColumnRun, 'data' | 'pool' | 'store' | 'missingIn'>;

/** In which order the rows depend on their neighbours, as it was set or found. */
export interface RowOrder {
  by: 'time' | 'file';
  /** The column that tells machines apart. */
  machine: string | null;
}

/** The order that is set, or that the reference's first rows tell: by time where there is one, and machine by machine where they take turns. */
export async function chooseOrder(
  run: RowRun,
  {
    schema,
    timeColumn,
    rowOrder,
  }: { schema: readonly ColumnSchema[]; timeColumn: string | null; rowOrder: Config['rowOrder'] },
): Promise<RowOrder> {
  const order = timeColumn === null || rowOrder === 'file' ? 'file' : 'time';
  if (typeof rowOrder === 'object')
    return { by: order, machine: schema.some(({ name }) => name === rowOrder.by) ? rowOrder.by : null };
  if (rowOrder === 'time' || rowOrder === 'file') return { by: order, machine: null };
  return { by: order, machine: await findMachine(run, schema) };
}

async function findMachine({ data, pool }: RowRun, schema: readonly ColumnSchema[]): Promise<string | null> {
  const candidates = schema
    .filter(({ type, role }) => (type === 'categorical' || type === 'boolean') && (role === 'feature' || role === 'id'))
    .map(({ name }) => name)
    .slice(0, MOST_COLUMNS);
  const located = storedIn(data, candidates);
  if (candidates.length === 0 || located.reference === undefined || located.current === undefined) return null;
  const end = Math.min(FIRST_ROWS, located.reference.data.summary.rowsUsed);
  const first = await fetchBlock(located.reference.data, {
    ...{ numbers: [], codes: located.reference.columns, rows: { start: 0, end } },
  });
  return candidates[await pool.run((calls) => calls.findMachines(first))] ?? null;
}

/** The time axis and the order of both files' rows. */
export async function makeRows(
  run: RowRun,
  { timeColumn, order, periods }: { timeColumn: string | null; order: RowOrder; periods: Config['periods'] },
): Promise<FoundRows> {
  const { data, pool, store, missingIn } = run;
  const timed = timeColumn === null ? {} : storedIn(data, [timeColumn]);
  const times = await mapSidesAsync(timed, async (side, name) => {
    const bytes = await fetchTogether(side.data, [{ column: elementAt(side.columns, 0), kind: 'time' }]);
    store?.keep(name, valueKeys({ missingIn }, [timeColumn ?? ''], 'time'), bytes.slice());
    return bytes;
  });
  const machines = await machinesOf(data, order.machine);
  const rows = mapSides(data, ({ summary }) => summary.rowsUsed);
  const columns = {
    timeColumn,
    rows,
    times: handOver(times),
    byTime: order.by === 'time',
    machines: machines && handOver(machines),
    periods,
  };
  return pool.run((calls) => calls.makeOrder(columns));
}

async function machinesOf(data: ColumnRun['data'], machine: string | null): Promise<PerSide<Uint8Array> | null> {
  if (machine === null) return null;
  return mapSidesAsync(storedIn(data, [machine]), (side) =>
    fetchBlock(side.data, { numbers: [], codes: side.columns, rows: 'all' }),
  );
}

/** Gives every worker the time axis and the order of the rows. */
export async function shareRows(pool: ColumnRun['pool'], rows: SharedRows): Promise<SharedRows> {
  await pool.runOnAll((calls) => calls.setOrder(rows));
  return rows;
}
