import type { ConfigInput } from '../../facts/settings.ts';
import type { Side } from '../../facts/results.ts';
import type { NameMatch } from '../../analysis/infer/name-matches.ts';
import { ENCODING_NAMES, type Encoding } from '../../facts/encodings.ts';
import type { Slots } from './slots.ts';
import type { ReportInput } from '../../facts/document.ts';

type Reading = NonNullable<NonNullable<ConfigInput['read']>[Side]>;

/** A guess of how a text table is read, as a person may overrule it. */
export interface ReadField {
  /** As the report labels what was used. */
  label: string;
  /** What is set, as one of the choices; empty where it is left to be found out. */
  read: (reading: Reading) => string;
  write: (chosen: string) => Reading;
  choices: { value: string; label: string }[];
  /** What is used where the report says nothing of it. */
  otherwise?: string;
}

const plain = <Key extends 'encoding' | 'delimiter' | 'decimal' | 'dateOrder' | 'sheet'>(
  label: string,
  key: Key,
  choices: [value: NonNullable<Reading[Key]>, label: string][],
): ReadField => ({
  label,
  read: (reading) => reading[key] ?? '',
  write: (chosen) => ({ [key]: chosen }),
  choices: choices.map(([value, label]) => ({ value, label })),
});

const NONE = 'none';

const textFields: ReadField[] = [
  plain('Encoding', 'encoding', Object.entries(ENCODING_NAMES) as [Encoding, string][]),
  plain('Delimiter', 'delimiter', [
    [',', 'comma'],
    [';', 'semicolon'],
    ['\t', 'tab'],
    ['|', 'vertical bar'],
    [' ', 'space'],
  ]),
  {
    label: 'Header',
    read: ({ header }) => (header === undefined ? '' : header ? 'first' : NONE),
    write: (chosen) => ({ header: chosen === 'first' }),
    choices: [
      { value: 'first', label: 'first row' },
      { value: NONE, label: 'none: columns are numbered' },
    ],
  },
  {
    label: 'Lines skipped',
    read: ({ skipLines }) => (skipLines === undefined ? '' : String(skipLines)),
    write: (chosen) => ({ skipLines: Number(chosen) }),
    choices: Array.from({ length: 31 }, (_, i) => ({ value: String(i), label: String(i) })),
  },
  plain('Decimal mark', 'decimal', [
    ['.', 'point'],
    [',', 'comma'],
  ]),
  {
    label: 'Thousands mark',
    read: ({ thousands }) => (thousands === undefined ? '' : thousands || NONE),
    write: (chosen) => ({ thousands: (chosen === NONE ? '' : chosen) as NonNullable<Reading['thousands']> }),
    choices: [
      { value: NONE, label: 'none' },
      { value: '.', label: 'point' },
      { value: ',', label: 'comma' },
      { value: ' ', label: 'space' },
      { value: "'", label: 'apostrophe' },
    ],
  },
  plain('Date order', 'dateOrder', [
    ['day', 'day first'],
    ['month', 'month first'],
    ['year', 'year first'],
  ]),
];

type Sample = NonNullable<Reading['sample']>;

const SAMPLE_ROWS = 100_000;

/** Which rows are used. A sample that was set in another way is a choice of its own. */
function rowsField(times: readonly string[]): ReadField {
  const samples: [Sample, string][] = [
    [{ method: 'random', share: 0.1 }, 'random, 10 %'],
    [{ method: 'random', share: 0.01 }, 'random, 1 %'],
    [{ method: 'every', n: 10 }, 'every 10th row'],
    [{ method: 'first', rows: SAMPLE_ROWS }, 'the first 100,000 rows'],
    [{ method: 'last', rows: SAMPLE_ROWS }, 'the last 100,000 rows'],
    ...times.map((by): [Sample, string] => [
      { method: 'newest', rows: SAMPLE_ROWS, by },
      `the 100,000 newest rows by ${by}`,
    ]),
  ];
  return {
    label: 'Rows',
    otherwise: 'all',
    read: ({ sample }) => (sample === undefined ? '' : JSON.stringify(sample)),
    write: (chosen) => (chosen === '' ? { sample: undefined } : { sample: JSON.parse(chosen) as Sample }),
    choices: samples.map(([sample, label]) => ({ value: JSON.stringify(sample), label })),
  };
}

const ofSheets = new Set(['Header', 'Lines skipped', 'Date order']);
const ofRecords = new Set(['Date order']);

/** The guesses that can be overruled, by the form that the file has; `times` are its columns of times. */
export function readFields(input: Pick<ReportInput, 'format' | 'readAs'>, times: readonly string[]): ReadField[] {
  return [...formFields(input), rowsField(times)];
}

function formFields({ format, readAs }: Pick<ReportInput, 'format' | 'readAs'>): ReadField[] {
  if (format === 'CSV' || format === 'TSV') return textFields;
  if (format === 'JSON' || format === 'NDJSON') return textFields.filter(({ label }) => ofRecords.has(label));
  if (format !== 'Excel') return [];
  const sheets = readAs.find(({ label }) => label === 'Sheet')?.choices ?? [];
  const choice = plain(
    'Sheet',
    'sheet',
    sheets.map((name) => [name, name]),
  );
  return [choice, ...textFields.filter(({ label }) => ofSheets.has(label))];
}

export const readingOf = (config: ConfigInput, side: Side): Reading => config.read?.[side] ?? {};

/** Sets one guess by hand, or leaves it to be found out again. */
export function withReading(
  config: ConfigInput,
  side: Side,
  { field, chosen }: { field: ReadField; chosen: string },
): ConfigInput {
  const before = readingOf(config, side);
  const keys = Object.keys(field.write(chosen));
  const rest = Object.fromEntries(Object.entries(before).filter(([key]) => !keys.includes(key)));
  return { ...config, read: { ...config.read, [side]: chosen === '' ? rest : { ...rest, ...field.write(chosen) } } };
}

/** Takes columns of the current file for those of the reference, under the reference's names. */
export function withRenamed(config: ConfigInput, matches: readonly NameMatch[]): ConfigInput {
  const before = readingOf(config, 'current');
  const rename = [
    ...(before.rename ?? []),
    ...matches.map(({ reference, current }) => ({ from: current, to: reference })),
  ];
  return { ...config, read: { ...config.read, current: { ...before, rename } } };
}

/** Columns under the names that their file has. */
export function withoutRenamed(config: ConfigInput, side: Side): ConfigInput {
  return { ...config, read: { ...config.read, [side]: { ...readingOf(config, side), rename: [] } } };
}

/** Everything of the settings that files have to be read anew for. */
export const readingKey = ({ read, columns = {} }: ConfigInput): string =>
  JSON.stringify([read, Object.entries(columns).flatMap(([name, { readAs }]) => (readAs ? [[name, readAs]] : []))]);

/** How files are read belongs to the files: it moves with them, and goes with them; new ones are read as `setUp` says. */
export function readingOfKept(config: ConfigInput, before: Slots, now: Slots, setUp: ConfigInput = {}): ConfigInput {
  const sides = ['reference', 'current'] as const;
  const entries = sides.flatMap((side) => {
    const from = sides.find((old) => now[side] !== null && before[old] === now[side]);
    const reading = from ? config.read?.[from] : setUp.read?.[side];
    return reading ? [[side, reading]] : [];
  });
  return { ...config, read: Object.fromEntries(entries) as NonNullable<ConfigInput['read']> };
}
