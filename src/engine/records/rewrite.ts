import { callback } from '../bridge.ts';
import { ofCells, type ReadOptions } from '../csv/options.ts';
import type { NumberFormat } from '../csv/numbers/format.ts';
import type { EngineHandle } from '../data-set.ts';
import { errorFrom, PlumblineError, type ErrorFacts } from '../../facts/statements/errors.ts';
import type { ColumnRead, ReadAs, ReadAsKind } from '../../facts/statements/reading.ts';
import type { Rewritten } from './rewritten.ts';

/** A table that was written anew as text, and how that text is read. */
export interface Written extends Omit<Rewritten, 'table' | 'named'> {
  file: File;
  options: ReadOptions;
  /** How the numbers of a text were written before, by column. */
  formats?: ReadonlyMap<string, NumberFormat>;
}

/** What is known of the text because it was written here. */
export const OWN: ReadOptions = { encoding: 'utf-8', delimiter: ',', decimal: '.', thousands: '', asWritten: true };

/** Whatever the names are like. */
const NAMED = { header: true, headerLines: 1 } as const satisfies ReadOptions;

/**
 * Writes a table of another form anew as delimited text.
 * @param engine whose reader does the work
 * @param file JSON or a workbook
 * @param request the form, the options that were set by hand, and where the bytes done go
 * @throws PlumblineError when it holds no table, or is damaged
 */
export async function rewrite(
  { reader: { calls, gone } }: EngineHandle,
  file: File,
  request: { format: 'json' | 'workbook'; options: ReadOptions; onBytes: (done: number, total: number) => void },
): Promise<Written> {
  const { format, options, onBytes } = request;
  const onDone = callback((done: number) => {
    onBytes(done, file.size);
  });
  const work =
    format === 'json'
      ? calls.writeJson(file, { encoding: options.encoding, table: options.table }, onDone)
      : inTime<Rewritten | ErrorFacts>(calls.writeSheet(file, options.sheet), { file: file.name, size: file.size });
  const outcome = await Promise.race([work, gone]);
  if ('code' in outcome) throw errorFrom(outcome, file.name);
  const { header, skipLines, headerLines, skipLast, table: which } = options;
  const { table, named, ...rest } = outcome;
  return {
    ...rest,
    file: new File([table], file.name),
    options: {
      ...OWN,
      ...ofCells(options),
      ...(named ? NAMED : { header }),
      ...(format === 'workbook' && { endsOpen: true, skipLines, headerLines, skipLast, table: which }),
    },
  };
}

/** A workbook may take so long, and so much longer for each megabyte: a hundred times what it takes. */
const [LEAST_SECONDS, SECONDS_PER_MEGABYTE] = [15, 15] as const;

/** A damaged workbook may keep its reader busy for ever. Whoever opened the file ends the reader. */
function inTime<T>(work: Promise<T>, { file, size }: { file: string; size: number }): Promise<T> {
  const seconds = Math.ceil(LEAST_SECONDS + (SECONDS_PER_MEGABYTE * size) / 1e6);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      reject(new PlumblineError('damaged-file', { format: 'workbook-endless', seconds }, { file }));
    }, seconds * 1000);
  });
  return Promise.race([work, late]).finally(() => {
    clearTimeout(timer);
  });
}

/** What is said of the text itself means nothing to somebody who has never seen it. */
const OF_THE_TEXT = new Set<ReadAsKind>(['encoding', 'delimiter', 'quotes', 'decimal', 'comment-lines']);

/** Names that were written here, and lines before those of a text that was one before, say nothing of the file. */
const isOfTheText = (kind: ReadAsKind, { format, options }: Written): boolean =>
  OF_THE_TEXT.has(kind) ||
  (kind === 'header-lines' && format !== 'Excel') ||
  (kind === 'header' && (format === 'JSON' || format === 'NDJSON') && options.headerLines === NAMED.headerLines);

/**
 * How columns were read: their numbers as they were written, not as they stand in the text that was written anew.
 * @param written the table
 * @param columns of its text
 */
export const columnsReadOf = ({ formats }: Pick<Written, 'formats'>, columns: readonly ColumnRead[]): ColumnRead[] =>
  columns.map((column) => {
    const format = formats?.get(column.name);
    if (format === undefined || column.way.kind !== 'number') return column;
    const { decimal, thousands } = format;
    return { ...column, way: { kind: 'number', values: { ...column.way.values, decimal, thousands } } };
  });

/**
 * How the table was read: as the form it had, and as any text.
 * @param written the table
 * @param readAs how its text was read
 */
export const readAsOf = (written: Written, readAs: readonly ReadAs[]): ReadAs[] => [
  ...written.readAs,
  ...readAs.filter(({ kind }) => !isOfTheText(kind, written) && !written.readAs.some((way) => way.kind === kind)),
];
