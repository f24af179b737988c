import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { drop } from './files.ts';
import { expect, test } from './sealed.ts';

interface Read {
  format: string;
  rows: number;
  /** Name and inferred type of each column, in file order. */
  columns: string[];
  /** Columns that something is said of, in order; `-` where it is said of rows. */
  noted: string;
}

interface Refused {
  code: string;
  message: RegExp;
}

const inferred: Record<string, string> = {
  n: 'numeric',
  c: 'categorical',
  t: 'datetime',
  b: 'boolean',
  i: 'identifier',
};
const columns = (names: string, letters: string): string[] =>
  names.split('|').map((name, at) => `${name}: ${inferred[letters[at] ?? ''] ?? ''}`);

const typed = columns('id|amount|big|seen|d|tm|colour|point|pair|flag|f32|age|raw|u', 'innttnciibnnci');
const packed = columns('n|word|at|point|pair|amount', 'ictiin');
const arrow = columns('id|v|c', 'inc');
const nested = columns('id|v|nested.x|nested.tags|c', 'inccc');
const letters = (name: string): string[] => columns(`id|${name}|value`, 'icn');
const steel =
  'date|Usage_kWh|Lagging_Current_Reactive.Power_kVarh|Leading_Current_Reactive_Power_kVarh|CO2.tCO2.|Lagging_Current_Power_Factor|Leading_Current_Power_Factor|NSM|WeekStatus|Day_of_week|Load_Type';
const odd =
  'value|value (2)|column 3|a "quoted" name|semi;colon|naïve 🏭|<script>alert(1)</script>|__proto__|constructor';

const messy = 'test/engine/fixtures/messy/';
const own = 'e2e/fixtures/';

// prettier-ignore
const table: [path: string, expected: Read | Refused][] = [
  ...['snappy', 'gzip', 'zstd', 'many_row_groups'].map((how): [string, Read] => [`${own}types_${how}.parquet`, { format: 'Parquet', rows: 3000, columns: typed, noted: 'tm point pair age raw u' }]),
  ...['brotli', 'lz4_raw', 'uncompressed'].map((how): [string, Read] => [`${own}packed_${how}.parquet`, { format: 'Parquet', rows: 200, columns: packed, noted: 'point pair' }]),
  [`${own}table.arrow`, { format: 'Arrow', rows: 2000, columns: arrow, noted: '' }],
  [`${own}table.arrows`, { format: 'Arrow', rows: 2000, columns: arrow, noted: '' }],
  [`${own}array.zip`, { format: 'JSON', rows: 300, columns: nested, noted: '' }],
  [`${messy}array.json`, { format: 'JSON', rows: 300, columns: nested, noted: '' }],
  [`${messy}lines.ndjson`, { format: 'NDJSON', rows: 300, columns: columns('id|v|late', 'ini'), noted: '' }],
  [`${own}book.xlsx`, { format: 'Excel', rows: 200, columns: columns('Zeit|Temperatur|Teil', 'tnc'), noted: '-' }],
  [`${own}compressed.csv.gz`, { format: 'CSV', rows: 5000, columns: columns('id|v', 'in'), noted: '' }],
  [`${messy}all_missing_and_constant.csv`, { format: 'CSV', rows: 300, columns: columns('empty|constant|fine', 'ccn'), noted: '' }],
  [`${messy}booleans.csv`, { format: 'CSV', rows: 300, columns: columns('a|b|c|d', 'bbbb'), noted: '' }],
  [`${messy}dates_many_ways.csv`, { format: 'CSV', rows: 500, columns: columns('iso|us|eu|epoch_s|epoch_ms|excel_serial|week', 'ttttttc'), noted: 'epoch_s epoch_ms excel_serial' }],
  [`${messy}day_first_with_mark.csv`, { format: 'CSV', rows: 199, columns: columns(steel, 'tnnnbnnnccc'), noted: 'date' }],
  [`${messy}duplicate_and_odd_names.csv`, { format: 'CSV', rows: 200, columns: columns(odd, 'nnnnnnnnn'), noted: '' }],
  [`${messy}encoding_cp1251.csv`, { format: 'CSV', rows: 300, columns: letters('сталь'), noted: '' }],
  [`${messy}encoding_cp1252.csv`, { format: 'CSV', rows: 300, columns: letters('café'), noted: '' }],
  [`${messy}encoding_gb18030.csv`, { format: 'CSV', rows: 300, columns: letters('温度'), noted: '' }],
  [`${messy}encoding_shift_jis.csv`, { format: 'CSV', rows: 300, columns: letters('温度'), noted: '' }],
  [`${messy}encoding_utf16.csv`, { format: 'CSV', rows: 300, columns: letters('ß'), noted: '' }],
  [`${messy}german_decimal_comma_thousands_dot.csv`, { format: 'CSV', rows: 400, columns: columns('Zeit|Temperatur|Druck|Linie', 'tnnc'), noted: '' }],
  [`${messy}hostile_values.csv`, { format: 'CSV', rows: 200, columns: columns('label|formula|v', 'ccn'), noted: '' }],
  [`${messy}leading_zero_ids.csv`, { format: 'CSV', rows: 300, columns: columns('part_number|serial|weight', 'iin'), noted: '' }],
  [`${messy}missing_spellings.csv`, { format: 'CSV', rows: 600, columns: columns('id|v|c', 'inc'), noted: '' }],
  [`${messy}no_header.csv`, { format: 'CSV', rows: 200, columns: columns('column 1|column 2|column 3', 'nnc'), noted: '' }],
  [`${messy}not_a_table.csv`, { format: 'CSV', rows: 200, columns: columns('id|value', 'in'), noted: '' }],
  [`${messy}one_row.csv`, { format: 'CSV', rows: 1, columns: columns('a|b|c', 'bnc'), noted: '' }],
  [`${messy}quoted_newlines.csv`, { format: 'CSV', rows: 250, columns: columns('id|comment|value', 'icn'), noted: '' }],
  [`${messy}ragged_rows.csv`, { format: 'CSV', rows: 500, columns: columns('a|b|c', 'inc'), noted: '- -' }],
  [`${messy}tabs_crlf.tsv`, { format: 'TSV', rows: 250, columns: columns('a|b|c', 'inc'), noted: '' }],
  [`${messy}type_breaks_late.csv`, { format: 'CSV', rows: 30_002, columns: columns('id|reading', 'in'), noted: 'reading' }],
  [`${own}header_only.csv`, { code: 'no-rows', message: /has column names but no rows/ }],
  [`${own}no_rows.parquet`, { code: 'no-rows', message: /has no rows/ }],
  [`${own}truncated.parquet`, { code: 'damaged-file', message: /cut off or damaged/ }],
  [`${own}really_a_png.csv`, { code: 'unsupported-format', message: /is a PNG picture/ }],
  ['empty.csv', { code: 'empty-file', message: /0 bytes/ }],
];

/** What a script gets of a file: the report's account of it, or the error. */
async function analyze(page: Page, path: string): Promise<unknown> {
  const content = path.includes('/') ? readFileSync(path).toString('base64') : '';
  return page.evaluate(
    async ([name = '', base64 = '']) => {
      const file = new File([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))], name);
      try {
        const { inputs, columns } = await window.plumbline.analyze({ current: file });
        if (inputs.current === undefined) return null;
        const { format, rows, notes } = inputs.current;
        const noted = notes.map(({ column }) => column ?? '-').join(' ');
        return { format, rows, columns: columns.map((column) => `${column.name}: ${column.type}`), noted };
      } catch (error) {
        const { code, message, file: named } = error as { code?: string; message: string; file?: string };
        return { code, message, file: named };
      }
    },
    [path.split('/').at(-1) ?? path, content],
  );
}

test('every messy file is read as a person would read it, or refused with a reason', async ({ page }) => {
  test.setTimeout(240_000);
  await page.goto('./');
  for (const [path, expected] of table) {
    const found = await analyze(page, path);
    const wanted =
      'code' in expected
        ? {
            code: expected.code,
            file: path.split('/').at(-1),
            message: expect.stringMatching(expected.message) as unknown,
          }
        : expected;
    expect(found, path).toEqual(wanted);
  }
});

test('another sheet of a workbook is one choice away', async ({ page }) => {
  await page.goto('./');
  await drop(page, 'e2e/fixtures/book.xlsx');
  await page.getByRole('button', { name: /alone/i }).click();
  await expect(page.getByTestId('verdict')).toContainText('200 rows, 3 columns', { timeout: 40_000 });
  await page.getByRole('button', { name: 'How the current file was read' }).click();
  const sheet = page.getByLabel('Sheet of the current file');
  await expect(sheet.locator('option:checked')).toHaveText('Daten');
  await sheet.selectOption('Other');
  await expect(page.getByTestId('verdict')).toContainText('30 rows, 2 columns', { timeout: 40_000 });
});
