import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { queryRows } from '../../../src/engine/database/database.ts';
import type { DataSet } from '../../../src/engine/data-set.ts';
import type { NoteKind, ReadAsValues } from '../../../src/facts/statements/reading.ts';
import { openTables } from '../open-tables.ts';

interface Expected {
  file: string;
  rows: number;
  /** Names and stored types, in file order. */
  columns: Record<string, string>;
  first: (string | null)[];
  last: (string | null)[];
  readAs?: Partial<ReadAsValues>;
  /** Kinds and values of the notes, with the first rows they list. */
  notes?: [kind: NoteKind, values: object, rows: number[]][];
}

const [D, T, V] = ['DOUBLE', 'TIMESTAMP', 'VARCHAR'];

// prettier-ignore
const table: Expected[] = [
  { file: 'encoding_cp1251.csv', rows: 300, columns: { id: D, сталь: V, value: D }, first: ['0.0', 'брак', '19.49'], last: ['299.0', 'Москва', '28.41'], readAs: { encoding: { encoding: 'windows-1251', byLetters: true }, delimiter: { delimiter: ';' } } },
  { file: 'encoding_cp1252.csv', rows: 300, columns: { id: D, café: V, value: D }, first: ['0.0', 'Größe', '13.47'], last: ['299.0', 'Müller', '19.01'], readAs: { encoding: { encoding: 'windows-1252', byLetters: true } } },
  { file: 'encoding_gb18030.csv', rows: 300, columns: { id: D, 温度: V, value: D }, first: ['0.0', '温度', '21.89'], last: ['299.0', '正常', '24.42'], readAs: { encoding: { encoding: 'gb18030', byLetters: true } } },
  { file: 'encoding_shift_jis.csv', rows: 300, columns: { id: D, 温度: V, value: D }, first: ['0.0', '圧力', '23.01'], last: ['299.0', '正常', '17.11'], readAs: { encoding: { encoding: 'shift_jis', byLetters: true } } },
  { file: 'encoding_utf16.csv', rows: 300, columns: { id: D, ß: V, value: D }, first: ['0.0', 'ß', '27.15'], last: ['299.0', 'Ω', '20.97'], readAs: { encoding: { encoding: 'utf-16le', byLetters: false } } },
  { file: 'german_decimal_comma_thousands_dot.csv', rows: 400, columns: { Zeit: T, Temperatur: D, Druck: D, Linie: V }, first: ['2025-01-01 00:00:00', '22.904', '1012849.05', 'B'], last: ['2025-01-05 03:45:00', '22.545', '1002142.21', 'B'], readAs: { delimiter: { delimiter: ';' }, decimal: { marks: [','] }, thousands: { marks: ['.'] }, 'date-order': { orders: ['day'] } } },
  { file: 'dates_many_ways.csv', rows: 500, columns: { iso: T, us: T, eu: T, epoch_s: T, epoch_ms: T, excel_serial: T, week: V }, first: ['2025-01-01 00:00:00', '2025-01-01 00:00:00', '2025-01-01 00:00:00', '2025-01-01 00:00:00', '2025-01-01 00:00:00', '2023-03-15 00:00:00', '2025-W01'], last: ['2025-01-21 19:00:00', '2025-01-21 00:00:00', '2025-01-21 00:00:00', '2025-01-21 19:00:00', '2025-01-21 19:00:00', '2023-04-04 19:00:00.288', '2025-W04'], readAs: { 'date-formats': { formats: ['%m/%d/%Y', '%d/%m/%Y'] } }, notes: [['epoch-times', { column: 'epoch_s', unit: 's' }, []], ['epoch-times', { column: 'epoch_ms', unit: 'ms' }, []], ['spreadsheet-dates', { column: 'excel_serial' }, []]] },
  { file: 'day_first_with_mark.csv', rows: 199, columns: { date: T, Usage_kWh: D, 'Lagging_Current_Reactive.Power_kVarh': D, Leading_Current_Reactive_Power_kVarh: D, 'CO2.tCO2.': D, Lagging_Current_Power_Factor: D, Leading_Current_Power_Factor: D, NSM: D, WeekStatus: V, Day_of_week: V, Load_Type: V }, first: ['2018-01-01 00:15:00', '3.17', '2.95', '0.0', '0.0', '73.21', '100.0', '900.0', 'Weekday', 'Monday', 'Light_Load'], last: ['2018-01-03 01:45:00', '4.61', '4.79', '0.0', '0.0', '69.34', '100.0', '6300.0', 'Weekday', 'Wednesday', 'Light_Load'], readAs: { 'date-formats': { formats: ['%d-%m-%Y %H:%M'] } }, notes: [['ambiguous-dates', { column: 'date', orders: ['day', 'month'], formats: ['%d-%m-%Y %H:%M', '%m-%d-%Y %H:%M'] }, []]] },
  { file: 'duplicate_and_odd_names.csv', rows: 200, columns: { value: D, 'value (2)': D, 'column 3': D, 'a "quoted" name': D, 'semi;colon': D, 'naïve 🏭': D, '<script>alert(1)</script>': D, ['__proto__']: D, constructor: D }, first: ['0.675', '0.502', '-0.894', '1.886', '1.749', '1.36', '-0.186', '0.335', '-0.344'], last: ['0.481', '0.125', '0.702', '-0.295', '-0.147', '0.968', '0.362', '-0.191', '0.492'], notes: [['names-twice', { names: ['value'] }, []]] },
  { file: 'leading_zero_ids.csv', rows: 300, columns: { part_number: V, serial: V, weight: D }, first: ['017015', '1152921504606846976', '12.084'], last: ['090878', '1152921504606847275', '12.192'], notes: [['codes-kept', { column: 'part_number', why: 'leading-zeros', example: { quote: '017015' } }, []], ['codes-kept', { column: 'serial', why: 'digits', example: { quote: '1152921504606846976' } }, []]] },
  { file: 'missing_spellings.csv', rows: 600, columns: { id: D, v: D, c: V }, first: ['0.0', null, 'b'], last: ['599.0', 'inf', 'b'], notes: [['missing-texts', { columns: ['v', 'c'], texts: ['null', 'N/A', '-', '#N/A', 'nan', 'NA', 'NULL'] }, []]] },
  { file: 'no_header.csv', rows: 200, columns: { 'column 1': D, 'column 2': D, 'column 3': V }, first: ['0.645', '0.3992', 'p'], last: ['0.5322', '0.316', 'q'], readAs: { header: { header: false } } },
  { file: 'not_a_table.csv', rows: 200, columns: { id: D, value: D }, first: ['0.0', '0.502'], last: ['199.0', '0.622'], readAs: { 'skipped-lines': { lines: 3 } }, notes: [['lines-above-names', { lines: 2, examples: [{ quote: 'Report generated 2025-01-01' }, { quote: 'Plant: 7' }] }, []]] },
  { file: 'one_row.csv', rows: 1, columns: { a: D, b: D, c: V }, first: ['1.0', '2.0', 'x'], last: ['1.0', '2.0', 'x'] },
  { file: 'quoted_newlines.csv', rows: 250, columns: { id: D, comment: V, value: D }, first: ['0.0', 'line one\nline "two", bad', '0.1515'], last: ['249.0', 'line one\nline "two", bad', '0.3774'] },
  { file: 'ragged_rows.csv', rows: 500, columns: { a: D, b: D, c: V }, first: ['0.0', '0.785', 'x'], last: ['499.0', '0.607', 'x'], notes: [['rows-short', { rows: 10, width: 3 }, [8, 58]], ['rows-long', { rows: 10, width: 3 }, [10, 60]]] },
  { file: 'tabs_crlf.tsv', rows: 250, columns: { a: D, b: D, c: V }, first: ['0.0', '0.603816', 'y y'], last: ['249.0', '0.979953', null], readAs: { delimiter: { delimiter: '\t' } } },
  { file: 'type_breaks_late.csv', rows: 30_002, columns: { id: D, reading: D }, first: ['0.0', '4.911'], last: ['30001.0', '5.1'], notes: [['cells-unreadable', { column: 'reading', cells: 1, as: 'number', example: { quote: 'OFFLINE' } }, [30_001]]] },
  { file: 'booleans.csv', rows: 300, columns: { a: 'BOOLEAN', b: D, c: V, d: V }, first: ['true', '1.0', 'no', null], last: ['true', '0.0', 'yes', 'T'] },
  { file: 'hostile_values.csv', rows: 200, columns: { label: V, formula: V, v: D }, first: ['normal', '@SUM(A1)', '0.8352'], last: ['<img src=x onerror=window.hacked=1>', '+cmd', '0.2118'] },
  { file: 'all_missing_and_constant.csv', rows: 300, columns: { empty: V, constant: D, fine: D }, first: [null, '7.0', '0.39'], last: [null, '7.0', '-1.047'] },
];

async function rowsOf({ database, source, columns }: DataSet, which: string): Promise<unknown[][]> {
  const cells = columns.map(({ stored }, i) => `"${stored}"::VARCHAR AS v${String(i)}`).join(', ');
  const rows = await queryRows(database, `SELECT ${cells} FROM ${source} ${which}`);
  return rows.map((row) => Object.values(row));
}

test.each(table)('$file', async ({ file, rows, columns, first, last, readAs = {}, notes = [] }) => {
  const [data] = await openTables({ [file]: readFileSync(`test/engine/fixtures/messy/${file}`) });
  if (data === undefined) throw new Error('no data set');
  expect(data.summary.rows).toBe(rows);
  expect(data.columns.map(({ name, type }) => [name, type])).toEqual(Object.entries(columns));
  expect(await rowsOf(data, `WHERE rowid IN (0, ${String(rows - 1)})`)).toEqual(rows === 1 ? [first] : [first, last]);
  const found = new Map<string, object>(data.summary.readAs.map(({ kind, values }) => [kind, values]));
  for (const [kind, values] of Object.entries(readAs)) expect(found.get(kind)).toEqual(values);
  expect(
    data.summary.notes.map(({ kind, values, examples = [] }) => [
      kind,
      values,
      examples.slice(0, 2).map(({ row }) => row),
    ]),
  ).toEqual(notes);
});
