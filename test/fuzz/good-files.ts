import { columnFromArray, tableFromColumns, tableToIPC, timestamp, utf8, TimeUnit } from '@uwdata/flechette';
import { utils, write } from '@e965/xlsx';
import { unzipSync, zipSync } from 'fflate';
import { readFileSync } from 'node:fs';
import { gunzipSync, gzipSync } from 'node:zlib';
import { compactReport } from '../../src/report/page/compact.ts';
import { coverOf } from '../../src/report/page/cover.ts';
import { resolvePageOptions } from '../../src/report/page/options.ts';
import { parseReport } from '../../src/report/parse.ts';

/** A file that opens, to be damaged. */
export interface GoodFile {
  name: string;
  content: () => Uint8Array;
  /** Whether its bytes are summed up: then no damage may change a row in silence. */
  summed: boolean;
  /** Whether the content is JSON, whose values can be damaged one by one. */
  values: boolean;
  /** Puts the content, damaged or not, in what carries it. */
  pack: (content: Uint8Array) => Uint8Array;
}

const ROWS = 240;
const START = Date.UTC(2026, 0, 1);

type Row = [at: string, speed: number | null, count: number, level: string, ok: boolean, note: string];
const NAMES = ['at', 'speed', 'count', 'level', 'ok', 'note'];

const row = (i: number): Row => [
  new Date(START + i * 3_600_000).toISOString().replace('T', ' ').slice(0, 19),
  i % 17 === 0 ? null : Number((10 + 3 * Math.sin(i / 7) + (i % 5) / 10).toFixed(3)),
  (i * 7919) % 1000,
  ['low', 'middle', 'high'][(i * i) % 3] ?? '',
  i % 4 > 0,
  i % 30 === 0 ? 'worn, "old" – ü' : `batch ${String(i % 9)}`,
];
const rows = Array.from({ length: ROWS }, (_, i) => row(i));

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

function delimited(mark: string): string {
  const quoted = (text: string): string => (/["\t,]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const lines = rows.map((cells) => cells.map((cell) => quoted(cell === null ? '' : String(cell))).join(mark));
  return `${NAMES.join(mark)}\n${lines.join('\n')}\n`;
}

const records = rows.map((cells) => Object.fromEntries(NAMES.map((name, i) => [name, cells[i]])));

function arrow(format: 'file' | 'stream'): Uint8Array {
  const column = <I extends number>(i: I): Row[I][] => rows.map((cells) => cells[i]);
  const bytes = tableToIPC(
    tableFromColumns([
      [
        'at',
        columnFromArray(
          column(0).map((text) => Date.parse(`${text}Z`)),
          timestamp(TimeUnit.MILLISECOND),
        ),
      ],
      ['speed', columnFromArray(column(1))],
      ['count', columnFromArray(column(2))],
      ['level', columnFromArray(column(3))],
      ['ok', columnFromArray(column(4))],
      ['note', columnFromArray(column(5), utf8())],
    ]),
    { format },
  );
  if (bytes === null) throw new Error('the table could not be written');
  return bytes;
}

/** Two sheets of the same columns: that the second stands in for a damaged first would not be seen by its form. */
function workbook(): Uint8Array {
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet([NAMES, ...rows]), 'May');
  utils.book_append_sheet(book, utils.aoa_to_sheet([NAMES, ...rows.toReversed()]), 'June');
  return new Uint8Array(write(book, { type: 'array', bookType: 'xlsx', compression: true }) as ArrayBuffer);
}

const fixture = (path: string) => (): Uint8Array => new Uint8Array(readFileSync(path));

const columns = Object.fromEntries(NAMES.map((name, i) => [name, rows.map((cells) => cells[i])]));

const SETTINGS = {
  alpha: 0.01,
  missing: ['n/a'],
  columns: { speed: { role: 'target' }, level: { type: 'categorical' } },
  conditions: [{ metric: 'drift_share', max: 0.5 }],
};

const SET_UP = `name: Line 4
alpha: 0.01
minimumEffect: { numeric: 0.2, categorical: 0.1 }
tests: { numeric: kuiper }
missing: [n/a, "-999"]
columns:
  speed: { type: numeric, role: target, minimumEffectInUnit: 0.5 }
  level: { type: categorical, role: feature, test: chi_square }
  "a: b": &ignored { role: ignored }
  note: *ignored
read: { current: { delimiter: ";", decimal: "," } }
conditions:
  - { metric: drift_share, max: 0.5 }
`;

const SAVED = 'test/charts/fixtures/ai4i-report.json.gz';
const saved = (): string => gunzipSync(readFileSync(SAVED)).toString();

/** What a report's own page carries. */
function carried(): string {
  const report = parseReport(saved());
  return JSON.stringify({ cover: coverOf(report, resolvePageOptions({})), report: compactReport(report) });
}

const page = (content: Uint8Array): Uint8Array =>
  bytesOf(`<!doctype html><html><head><meta name="generator" content="plumbline-report/2"></head><body>
<script type="application/gzip" id="plumbline-report">${gzipSync(content).toString('base64')}</script></body></html>`);

const SHEET = 'xl/worksheets/sheet1.xml';
const partOf = (name: string) => (): Uint8Array => unzipSync(workbook())[name] ?? new Uint8Array();
const withPart = (name: string) => (content: Uint8Array) => zipSync({ ...unzipSync(workbook()), [name]: content });

const file = (name: string, content: () => string | Uint8Array, more: Partial<GoodFile> = {}): GoodFile => {
  const bytes = (): Uint8Array => {
    const made = content();
    return typeof made === 'string' ? bytesOf(made) : made;
  };
  return { name, summed: false, values: false, pack: (damaged) => damaged, ...more, content: bytes };
};

const values = { values: true };
const summed = { summed: true };

/** A file of every form that the app opens. */
export const GOOD_FILES: readonly GoodFile[] = [
  file('a.csv', () => delimited(',')),
  file('a.tsv', () => delimited('\t')),
  file('utf16.csv', () => Buffer.from(`\ufeff${delimited(';')}`, 'utf16le')),
  file('a.json', () => JSON.stringify(records), values),
  file('columns.json', () => JSON.stringify(columns), values),
  file('a.ndjson', () => records.map((record) => JSON.stringify(record)).join('\n')),
  file('plain.parquet', fixture('e2e/fixtures/packed_uncompressed.parquet')),
  file('brotli.parquet', fixture('e2e/fixtures/packed_brotli.parquet')),
  file('lz4.parquet', fixture('e2e/fixtures/packed_lz4_raw.parquet')),
  file('int96.parquet', fixture('test/inputs/tables/pq-int96-far-spark/a.parquet')),
  file('a.arrow', () => arrow('file')),
  file('a.arrows', () => arrow('stream')),
  file('runs.arrow', fixture('test/inputs/tables/arrow-ree/a.arrow')),
  file('zstd.feather', fixture('test/inputs/tables/feather-zstd/a.feather')),
  file('lz4.feather', fixture('test/engine/fixtures/lz4.feather')),
  file('a.xlsx', workbook, summed),
  file('sheet.xlsx', partOf(SHEET), { pack: withPart(SHEET) }),
  file('list.xlsx', partOf('xl/workbook.xml'), { pack: withPart('xl/workbook.xml') }),
  file('a.csv.gz', () => gzipSync(delimited(',')), summed),
  file('a.zip', () => zipSync({ 'a.csv': bytesOf(delimited(',')) }), summed),
  file('plumbline.yaml', () => SET_UP),
  file('plumbline.json', () => JSON.stringify(SETTINGS), values),
  file('report.json', saved, values),
  file('report.html', carried, { values: true, pack: page }),
  file('page.html', () => page(bytesOf(carried()))),
];
