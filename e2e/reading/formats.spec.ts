import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { drop } from '../files.ts';
import { expect, test } from '../sealed.ts';

interface Read {
  format: string;
  rows: number;
  /** Name and inferred type of each column, in file order. */
  columns: string[];
  /** Columns that something is said of, in order; `-` where it is said of rows. */
  noted: string;
  /** The first and the last row; `∅` is missing. */
  ends: [first: string, last: string];
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

const typed = columns('id|amount|big|seen|d|tm|colour|point|pair|flag|f32|age|raw|u|d − seen (h)', 'innttnciibnncin');
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
const typedEnds: Read['ends'] = ['0 | 27.29 | 344882 | 2024-12-31T22:00:00.000Z | 2025-01-01T00:00:00.000Z | 28800 | green | {"x":0.074808923603247,"y":0} | [0.35200714259071564,0.18373412605299821] | false | 0.7108292579650879 | 0 | blob | 18009c44-afb6-4bb3-add8-67aa6dddc208 | 2', '2999 | 86.817 | 535565 | 2025-01-02T23:59:00.000Z | 2025-10-27T00:00:00.000Z | 29399 | ∅ | {"x":0.7564247357489259,"y":4} | [0.21771905456559634,0.4868495517326597] | false | 2.4920220375061035 | -2088501.888 | blob | bb7b6f3b-98cb-4883-8979-b03c7a5e1f41 | 7128.016666666666'];
// prettier-ignore
const packedEnds: Read['ends'] = ['0 | w0 | 2025-01-01T00:00:00.000Z | {"x":0,"y":"a"} | [0,1] | 0', '199 | w4 | 2025-01-01T03:19:00.000Z | {"x":199,"y":"a"} | [199,200] | 24.875'];

// prettier-ignore
const table: [path: string, expected: Read | Refused][] = [
  ...['snappy', 'gzip', 'zstd', 'many_row_groups'].map((how): [string, Read] => [`${own}types_${how}.parquet`, { format: 'Parquet', rows: 3000, columns: typed, noted: 'tm point pair age raw u', ends: typedEnds }]),
  ...['brotli', 'lz4_raw', 'uncompressed'].map((how): [string, Read] => [`${own}packed_${how}.parquet`, { format: 'Parquet', rows: 200, columns: packed, noted: 'point pair', ends: packedEnds }]),
  [`${own}table.arrow`, { format: 'Arrow', rows: 2000, columns: arrow, noted: '', ends: ['0 | 0.32787404731347336 | on', '1999 | 0.6900542036059956 | off'] }],
  [`${own}table.arrows`, { format: 'Arrow', rows: 2000, columns: arrow, noted: '', ends: ['0 | 0.32787404731347336 | on', '1999 | 0.6900542036059956 | off'] }],
  [`${own}array.zip`, { format: 'JSON', rows: 300, columns: nested, noted: '', ends: ['0 | 0.6576415646584903 | 0 | ["a","b"] | ∅', '299 | 0.33815325395084406 | 2 | ["a","b"] | ∅'] }],
  [`${messy}array.json`, { format: 'JSON', rows: 300, columns: nested, noted: '', ends: ['0 | 0.6576415646584903 | 0 | ["a","b"] | ∅', '299 | 0.33815325395084406 | 2 | ["a","b"] | ∅'] }],
  [`${messy}lines.ndjson`, { format: 'NDJSON', rows: 300, columns: columns('id|v|late', 'ini'), noted: '', ends: ['0 | 0.7965885627164699 | ∅', '299 | 0.6769711154189028 | 299'] }],
  [`${own}book.xlsx`, { format: 'Excel', rows: 200, columns: columns('Zeit|Temperatur|Teil', 'tnc'), noted: '- - Teil', ends: ['2025-01-01T00:00:00.000Z | 20 | 00', '2025-01-01T03:19:00.000Z | 17.35460349179735 | 03'] }],
  [`${own}compressed.csv.gz`, { format: 'CSV', rows: 5000, columns: columns('id|v', 'in'), noted: '', ends: ['0 | 0.64461', '4999 | 0.25415'] }],
  [`${messy}all_missing_and_constant.csv`, { format: 'CSV', rows: 300, columns: columns('empty|constant|fine', 'ccn'), noted: '', ends: ['∅ | 7 | 0.39', '∅ | 7 | -1.047'] }],
  [`${messy}booleans.csv`, { format: 'CSV', rows: 300, columns: columns('a|b|c|d', 'bbbb'), noted: '', ends: ['true | 1 | no | ∅', 'true | 0 | yes | T'] }],
  [`${messy}dates_many_ways.csv`, { format: 'CSV', rows: 500, columns: columns('iso|us|eu|epoch_s|epoch_ms|excel_serial|week|us − iso (h)|eu − iso (h)|epoch_s − iso (h)|epoch_ms − iso (h)|excel_serial − iso (h)', 'ttttttcnnnnn'), noted: 'epoch_s epoch_ms excel_serial', ends: ['2025-01-01T00:00:00.000Z | 2025-01-01T00:00:00.000Z | 2025-01-01T00:00:00.000Z | 2025-01-01T00:00:00.000Z | 2025-01-01T00:00:00.000Z | 2023-03-15T00:00:00.000Z | 2025-W01 | 0 | 0 | 0 | 0 | -15792', '2025-01-21T19:00:00.000Z | 2025-01-21T00:00:00.000Z | 2025-01-21T00:00:00.000Z | 2025-01-21T19:00:00.000Z | 2025-01-21T19:00:00.000Z | 2023-04-04T19:00:00.288Z | 2025-W04 | -19 | -19 | 0 | 0 | -15791.99992'] }],
  [`${messy}day_first_with_mark.csv`, { format: 'CSV', rows: 199, columns: columns(steel, 'tnnnbnnnccc'), noted: 'date', ends: ['2018-01-01T00:15:00.000Z | 3.17 | 2.95 | 0 | 0 | 73.21 | 100 | 900 | Weekday | Monday | Light_Load', '2018-01-03T01:45:00.000Z | 4.61 | 4.79 | 0 | 0 | 69.34 | 100 | 6300 | Weekday | Wednesday | Light_Load'] }],
  [`${messy}duplicate_and_odd_names.csv`, { format: 'CSV', rows: 200, columns: columns(odd, 'nnnnnnnnn'), noted: '-', ends: ['0.675 | 0.502 | -0.894 | 1.886 | 1.749 | 1.36 | -0.186 | 0.335 | -0.344', '0.481 | 0.125 | 0.702 | -0.295 | -0.147 | 0.968 | 0.362 | -0.191 | 0.492'] }],
  [`${messy}encoding_cp1251.csv`, { format: 'CSV', rows: 300, columns: letters('сталь'), noted: '', ends: ['0 | брак | 19.49', '299 | Москва | 28.41'] }],
  [`${messy}encoding_cp1252.csv`, { format: 'CSV', rows: 300, columns: letters('café'), noted: '', ends: ['0 | Größe | 13.47', '299 | Müller | 19.01'] }],
  [`${messy}encoding_gb18030.csv`, { format: 'CSV', rows: 300, columns: letters('温度'), noted: '', ends: ['0 | 温度 | 21.89', '299 | 正常 | 24.42'] }],
  [`${messy}encoding_shift_jis.csv`, { format: 'CSV', rows: 300, columns: letters('温度'), noted: '', ends: ['0 | 圧力 | 23.01', '299 | 正常 | 17.11'] }],
  [`${messy}encoding_utf16.csv`, { format: 'CSV', rows: 300, columns: letters('ß'), noted: '', ends: ['0 | ß | 27.15', '299 | Ω | 20.97'] }],
  [`${messy}german_decimal_comma_thousands_dot.csv`, { format: 'CSV', rows: 400, columns: columns('Zeit|Temperatur|Druck|Linie', 'tnnc'), noted: '', ends: ['2025-01-01T00:00:00.000Z | 22.904 | 1012849.05 | B', '2025-01-05T03:45:00.000Z | 22.545 | 1002142.21 | B'] }],
  [`${messy}hostile_values.csv`, { format: 'CSV', rows: 200, columns: columns('label|formula|v', 'ccn'), noted: '', ends: ['normal | @SUM(A1) | 0.8352', '<img src=x onerror=window.hacked=1> | +cmd | 0.2118'] }],
  [`${messy}leading_zero_ids.csv`, { format: 'CSV', rows: 300, columns: columns('part_number|serial|weight', 'iin'), noted: 'part_number serial', ends: ['017015 | 1152921504606846976 | 12.084', '090878 | 1152921504606847275 | 12.192'] }],
  [`${messy}missing_spellings.csv`, { format: 'CSV', rows: 600, columns: columns('id|v|c', 'inc'), noted: '-', ends: ['0 | ∅ | b', '599 | ∅ | b'] }],
  [`${messy}no_header.csv`, { format: 'CSV', rows: 200, columns: columns('column 1|column 2|column 3', 'nnc'), noted: '', ends: ['0.645 | 0.3992 | p', '0.5322 | 0.316 | q'] }],
  [`${messy}not_a_table.csv`, { format: 'CSV', rows: 200, columns: columns('id|value', 'in'), noted: '-', ends: ['0 | 0.502', '199 | 0.622'] }],
  [`${messy}one_row.csv`, { format: 'CSV', rows: 1, columns: columns('a|b|c', 'bnc'), noted: '', ends: ['1 | 2 | x', '1 | 2 | x'] }],
  [`${messy}quoted_newlines.csv`, { format: 'CSV', rows: 250, columns: columns('id|comment|value', 'icn'), noted: '', ends: ['0 | line one\nline "two", bad | 0.1515', '249 | line one\nline "two", bad | 0.3774'] }],
  [`${messy}ragged_rows.csv`, { format: 'CSV', rows: 500, columns: columns('a|b|c', 'inc'), noted: '- -', ends: ['0 | 0.785 | x', '499 | 0.607 | x'] }],
  [`${messy}tabs_crlf.tsv`, { format: 'TSV', rows: 250, columns: columns('a|b|c', 'inc'), noted: '', ends: ['0 | 0.603816 | y y', '249 | 0.979953 | ∅'] }],
  [`${messy}type_breaks_late.csv`, { format: 'CSV', rows: 30_002, columns: columns('id|reading', 'in'), noted: 'reading', ends: ['0 | 4.911', '30001 | 5.1'] }],
  [`${own}header_only.csv`, { code: 'no-rows', message: /has column names but no rows/ }],
  [`${own}no_rows.parquet`, { code: 'no-rows', message: /has no rows/ }],
  [`${own}truncated.parquet`, { code: 'damaged-file', message: /cut off or damaged/ }],
  ['test/engine/fixtures/checksums/one-bit-of-speed.parquet', { code: 'damaged-file', message: /column “speed” does not have the checksum/ }],
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
        const types = Object.fromEntries(columns.map(({ name, type }) => [name, { type }]));
        // A row alone is read with the types of the whole table; then its cells are the most common ones.
        const cells = async (method: 'first' | 'last'): Promise<string> => {
          const config = { read: { current: { sample: { method, rows: 1 } } }, columns: types };
          const row = await window.plumbline.analyze({ current: file, config });
          return row.columns.map(({ quality }) => quality.current?.mostCommon[0]?.value ?? '∅').join(' | ');
        };
        const ends = [await cells('first'), await cells('last')];
        return { format, rows, columns: columns.map((column) => `${column.name}: ${column.type}`), noted, ends };
      } catch (error) {
        const { code, message, file: named } = error as { code?: string; message: string; file?: string };
        return { code, message, file: named };
      }
    },
    [path.split('/').at(-1) ?? path, content],
  );
}

test('every messy file is read as a person would read it, or refused with a reason', async ({ page }) => {
  test.setTimeout(600_000);
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
