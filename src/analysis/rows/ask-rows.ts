import { handOverAll } from '../../engine/bridge.ts';
import { withMissing } from '../../engine/columns/missing.ts';
import {
  countRows,
  fetchRows,
  numbersInFile,
  findPlaces,
  lostIn,
  textsIn,
  type Places,
} from '../../engine/columns/find-rows.ts';
import type { AskedOfFile } from '../../engine/columns/row-test.ts';
import { storageOf } from '../../engine/columns/cells.ts';
import type { DataSet, StoredColumn } from '../../engine/data-set.ts';
import { fileRowsOf } from '../../engine/columns/slice.ts';
import type { ColumnSchema } from '../../facts/document/columns.ts';
import type { PerSide } from '../../facts/document/side.ts';
import { mapSides } from '../../facts/document/sides.ts';
import type { FoundRows, RowsAsked } from '../../facts/rows.ts';
import { configByName, type Config } from '../../facts/settings/settings.ts';
import { chooseRows, sidesToSplit } from '../run/choose-rows.ts';
import type { Pool } from '../run/pool.ts';
import { inOrderOf, withLost, type PlaceNames, type RowsAsRead } from './rows-as-read.ts';

/** Rows that a page shows at once. */
const SHOWN_ROWS = 200;
/** Columns that it shows; files have more. */
const SHOWN_COLUMNS = 100;
/** Rows of one file that are written at once. */
export const WRITTEN_ROWS = 100_000;

/** What is asked, and how the report has the files. */
export interface RowsRequest {
  asked: RowsAsked;
  /** The column of times, if there is one. */
  time: string | null;
  /** Columns that come first: times and names of rows. */
  lead: readonly string[];
  config: Config;
  /** All columns of the report. */
  schema: readonly Pick<ColumnSchema, 'name' | 'type' | 'presentIn'>[];
}

/** Rows of files that are looked up when somebody asks for them. */
export interface AskedRows {
  show(request: RowsRequest, signal?: AbortSignal): Promise<FoundRows>;
  /** The same with all columns, and many more of them, as CSV. */
  csv(request: RowsRequest, names: PlaceNames, signal?: AbortSignal): Promise<Uint8Array<ArrayBuffer>>;
}

/** Cancelling stops the engine's query; the workers, of which one writes the rows, keep what they have. */
export const askedRows = (data: PerSide<DataSet>, pool: Pool): AskedRows => ({
  show: (request, signal) => showRows(data, request, signal),
  csv: async (request, names, signal) => {
    const read = await rowsToWrite(data, request, signal);
    const written = await pool.run((calls) => calls.writeRows(handOverAll(read, read.pieces), names));
    signal?.throwIfAborted();
    return written;
  },
});

/** The rows that are meant, as the screen shows them. */
export async function showRows(data: PerSide<DataSet>, request: RowsRequest, signal?: AbortSignal): Promise<FoundRows> {
  const file = await prepared(data, request, signal);
  const { set, tested, asked } = file;
  const time = set.columns.find(({ name }) => name === request.time);
  const counted = await countRows(tested, asked, { time, signal });
  const places = await placesOf(file, SHOWN_ROWS, signal);
  const allColumns = columnsOf(set, request);
  const columns = allColumns.slice(0, SHOWN_COLUMNS);
  const rows = await readRows(set, { places, columns }, signal);
  return {
    ...counted,
    columns: columns.map((column) => ({ name: column.name, isNumber: storageOf(column) === 'number' })),
    columnsLeftOut: allColumns.length - columns.length,
    shown: inOrderOf(rows),
  };
}

/** The same with all columns, undecoded, to be written. */
export async function rowsToWrite(
  data: PerSide<DataSet>,
  request: RowsRequest,
  signal?: AbortSignal,
): Promise<RowsAsRead> {
  const file = await prepared(data, request, signal);
  const { set } = file;
  const places = await placesOf(file, WRITTEN_ROWS, signal);
  return readRows(set, { places, columns: columnsOf(set, request) }, signal);
}

/** What is asked of one file alone. */
interface OneFile {
  /** As it was read. */
  set: DataSet;
  /** The rows that the report is made of, with the cells missing that it counts as such. */
  tested: DataSet;
  asked: AskedOfFile;
}

async function prepared(data: PerSide<DataSet>, request: RowsRequest, signal?: AbortSignal): Promise<OneFile> {
  const { config, schema } = request;
  const { side, test, ...asked } = request.asked;
  const files = sidesToSplit(data, config);
  const chosen = await chooseRows(
    mapSides(files, (set) => withGaps(set, config)),
    { config, schema, signal },
  );
  const [set, tested] = [files[side], chosen.data[side]];
  if (set === undefined || tested === undefined) throw new Error(`no ${side} file`);
  if (test.test !== 'only-here') return { set, tested, asked: { ...asked, test } };
  const otherSet = chosen.data[side === 'current' ? 'reference' : 'current'];
  const column = otherSet?.columns.find(({ name }) => name === test.column);
  const texts = otherSet === undefined || column === undefined ? [] : await textsIn(otherSet, column, signal);
  return { set, tested, asked: { ...asked, test: { test: 'unlisted', column: test.column, texts } } };
}

/** Where the first of the rows stand in the file as it was read. */
async function placesOf({ tested, asked }: OneFile, limit: number, signal?: AbortSignal): Promise<number[]> {
  const places = await findPlaces(tested, asked, { limit, signal });
  const inFile = await fileRowsOf(tested, places, signal);
  return places.map((place) => inFile.get(place) ?? place);
}

function withGaps(set: DataSet, config: Config): DataSet {
  const byName = configByName(config);
  return withMissing(set, ({ name }) => [...config.missing, ...(byName.get(name)?.missing ?? [])]);
}

/** All of the file, those that come first in front, then those that rows are asked for. */
function columnsOf({ columns }: DataSet, { lead, asked }: RowsRequest): StoredColumn[] {
  const first = [...new Set([...lead, ...asked.columns])];
  const named = first.flatMap((name) => columns.find((column) => column.name === name) ?? []);
  return [...named, ...columns.filter((column) => column.lag === undefined && !named.includes(column))];
}

async function readRows(
  set: DataSet,
  { places, columns }: { places: Places; columns: readonly StoredColumn[] },
  signal?: AbortSignal,
): Promise<RowsAsRead> {
  const pieces = await fetchRows(set, { places, columns }, signal);
  const fileRows = await numbersInFile(set, places, signal);
  const lost = withLost(await lostIn(set, fileRows, signal), columns);
  const parts = set.summary.parts ?? [];
  return {
    ...{ pieces, places, fileRows, lost, parts: parts.map(({ name, rows }) => ({ name, rows })) },
    columns: columns.map((column) => ({ name: column.name, isNumber: storageOf(column) === 'number' })),
  };
}
