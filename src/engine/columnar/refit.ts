import { PlumblineError } from '../../facts/statements/errors.ts';
import {
  columnFromArray,
  tableFromColumns,
  tableFromIPC,
  tableToIPC,
  type Column,
  type Field,
} from '@uwdata/flechette';
import type { Change } from './column-change.ts';
import { changeOf, int96Times, isOdd } from './type-changes.ts';
import type { ReadNote } from '../../facts/statements/reading.ts';

/** What becomes of the columns that the engine cannot take as they are. */
export interface Refit {
  /** Names of the columns that are kept, in file order. */
  columns: string[];
  notes: ReadNote[];
  /** A batch with its columns refitted; the same bytes where none has to be. */
  apply(stream: Uint8Array): Uint8Array;
}

interface Schema {
  fields: readonly Field[];
  columnOrder?: readonly string[] | undefined;
  int96?: ReadonlySet<string> | undefined;
}

/**
 * Decides how a columnar file's columns are handed to the engine: durations become numbers, byte values of 16 become
 * UUIDs, byte values that are text become text, and other binary data is left out.
 * @param schema the file's columns
 * @param schema.fields in their order
 * @param schema.columnOrder the order in which the columns are wanted; others come behind
 * @param schema.int96 names of columns of 12 bytes that are times of Parquet's old form
 * @param first its first batch as an IPC stream; null when it has none
 */
export function refit({ fields, columnOrder = [], int96 }: Schema, first: Uint8Array | null): Refit {
  const start =
    first !== null && fields.some(({ type }) => isOdd(type)) ? tableFromIPC(first, { useBigInt: true }) : null;
  const changes = fields.map((field, i) =>
    int96?.has(field.name) === true ? int96Times : changeOf(field, start?.getChildAt(i)),
  );
  const notes = fields.flatMap(({ name }, i): ReadNote[] => {
    const change = changes[i];
    if (change === undefined || change.note === null) return [];
    return [{ kind: change.note, values: { column: name }, severity: 'info', column: name }];
  });
  const kept = fields.flatMap(({ name }, i) => (changes[i]?.target === null ? [] : [{ i, name }]));
  const place = ({ name }: { name: string }): number =>
    columnOrder.includes(name) ? columnOrder.indexOf(name) : columnOrder.length;
  const order = [...kept].sort((a, b) => place(a) - place(b) || a.i - b.i);
  if (kept.length === 0) throw new PlumblineError('not-a-table', { problem: 'no-column' });
  const isAsItWas = changes.every((change) => change === undefined) && order.every(({ i }, index) => i === index);
  return {
    columns: order.map(({ name }) => name),
    notes,
    apply: (stream) =>
      isAsItWas
        ? stream
        : changed(
            stream,
            order.map(({ i, name }) => ({ i, name, target: changes[i]?.target })),
          ),
  };
}

interface Kept {
  /** Its place in the file. */
  i: number;
  name: string;
  target: Change['target'] | undefined;
}

function changed(stream: Uint8Array, kept: readonly Kept[]): Uint8Array {
  const table = tableFromIPC(stream, { useBigInt: true });
  const columns = kept.map(({ i, name, target }): [string, Column<unknown>] => {
    const column = table.getChildAt<unknown>(i);
    // The engine numbers repeated names itself; here they would be one.
    const several = table.children.some(({ data }) => data.length > 1);
    const asItIs = several ? converted(column, { type: column.type, convert: (value) => value }) : column;
    return [`${String(i)} ${name}`, target ? converted(column, target) : asItIs];
  });
  const bytes = tableToIPC(tableFromColumns(columns), { format: 'stream' });
  if (bytes === null) throw new Error('a batch could not be written');
  return bytes;
}

const converted = (column: Column<unknown>, { type, convert }: NonNullable<Change['target']>): Column<unknown> =>
  columnFromArray<unknown>(
    Array.from({ length: column.length }, (_, i) => {
      const value = column.at(i);
      return value === null || value === undefined ? null : convert(value);
    }),
    type,
  );
