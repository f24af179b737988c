import { identifier } from '../database/sql.ts';
import type { Coercions } from './coercions.ts';
import { rowsIn, type CsvLoad } from './csv-load.ts';
import { decodeForm } from './decode/decode-form.ts';
import type { DecodedSlice } from './decode/decode-slice.ts';
import { NO_DELIMITER } from './head/field-form.ts';
import { insertSlice } from './slices/insert-slice.ts';
import { lettersIn } from './letters/letters-read.ts';
import { settleDates } from './lost-cells.ts';
import type { SliceRequest } from './slices/slices.ts';

/** About half a second of work: the grain of progress. */
const SLICE_BYTES = 64 * 2 ** 20;
/** The first slice of a long file, which is looked at before the others are read. */
const FIRST_BYTES = 16 * 2 ** 20;

/** Slices that could not be decoded, after which the engine reads all: each was looked at twice. */
const MOST_REFUSED = 2;

/**
 * Reads a text table into the store, slice by slice, so that no part of it ever stands in memory as text. A slice in
 * which everything fits takes the fast way; one with a surprise is written anew and read cell by cell.
 * @param load file, dialect, target columns and where to report
 * @throws PlumblineError when the text cannot be read even so
 */
export async function loadCsv(load: CsvLoad): Promise<Coercions> {
  const { database, file, target, dialect } = load;
  const names = load.columns.map(({ type }, i) => `${identifier(`c${String(i)}`)} ${type}`);
  await database.query(`CREATE TABLE ${target.table} (${names.join(', ')})`, load.signal);
  const size = load.sliceBytes ?? SLICE_BYTES;
  const done: Coercions = {
    cells: new Map(),
    short: { count: 0, examples: [] },
    long: { count: 0, examples: [] },
    empty: load.emptyAround,
    repeated: { lines: 0, row: 0 },
    ...lettersIn(load.encoding),
    columns: [...load.columns],
    partRows: [],
  };
  const request = (start: number, bytes: number): SliceRequest => ({
    start,
    size: bytes,
    delimiters: [dialect.delimiter || NO_DELIMITER],
    encoding: done.encoding,
    guessed: load.guessed,
    newline: dialect.newline,
    dropLines: load.bodyLine,
  });
  let asked = request(0, load.onFirst === undefined ? size : Math.min(size, FIRST_BYTES));
  const read = sliceReader(load);
  let coming = read(asked);
  let wanted = true;
  for (let start = 0, part = 0; start < file.size && wanted; part++) {
    const [slice, sliceRequest] = [await coming, asked];
    // The next slice is read from the file while this one is parsed.
    if (slice.end < file.size) {
      asked = request(slice.end, size);
      coming = read(asked);
      // Where this slice fails or is cancelled nobody waits for the next one.
      coming.catch(() => undefined);
    }
    await insertSlice(load, { ...slice, request: sliceRequest, name: `u/slice${String(part)}.csv` }, done);
    start = slice.end;
    load.onBytes(start);
    if (load.ends.includes(start)) await notePart(load, done);
    wanted = await target.taken();
    if (part === 0 && start < file.size) await load.onFirst?.();
  }
  await settleDates(load, done);
  return done;
}

/** Reads slices so that their rows are decoded where they can be. */
function sliceReader(load: CsvLoad): (wanted: SliceRequest) => Promise<DecodedSlice> {
  const { file, reader } = load;
  const form = decodeForm(load);
  let refused = 0;
  return async (wanted) => {
    const part = file.slice(0, partEnd(load, wanted.start));
    if (form === null || refused >= MOST_REFUSED) return reader.readSlice(part, wanted);
    const slice = await reader.decodeSlice(part, { ...wanted, form });
    if (!('batch' in slice)) refused++;
    return slice;
  };
}

const partEnd = ({ ends, file }: CsvLoad, start: number): number => ends.find((end) => end > start) ?? file.size;

async function notePart(load: CsvLoad, { partRows }: Coercions): Promise<void> {
  partRows.push((await rowsIn(load)) - partRows.reduce((sum, rows) => sum + rows, 0));
}
