import type { ReportInput } from '../../../facts/document/inputs.ts';
import type { PerSide } from '../../../facts/document/side.ts';
import { COLUMN_READINGS, type ColumnReading } from '../../../facts/settings/read-options.ts';
import type { ConfigInput } from '../../../facts/settings/settings.ts';
import type { ColumnRead } from '../../../facts/statements/reading.ts';
import { words } from '../../../words/words.ts';
import { settingOf, withEntry } from '../../settings/column-settings.ts';

export type Note = ReportInput['notes'][number];

/** A column of a file: how it was read, and what was noted of it. */
export interface ColumnLook extends ColumnRead {
  notes: Note[];
}

const texts = words.files.columnReadings;

/** All columns of a text table, those with something to say first. */
export function columnLooks({ columnsRead = [], notes }: ReportInput): ColumnLook[] {
  const looks = new Map(columnsRead.map((column): [string, ColumnLook] => [column.name, { ...column, notes: [] }]));
  for (const note of notes) looks.get(note.column ?? '')?.notes.push(note);
  return [...looks.values()].sort((a, b) => weightOf(b) - weightOf(a));
}

function weightOf({ notes, missing }: ColumnLook): number {
  if (notes.some(({ severity }) => severity === 'warning')) return 3;
  return notes.length > 0 ? 2 : Number(missing.length > 0);
}

/** Stands for a format that is still to be typed. */
export const OTHER_FORMAT = 'other format';

/** Ways to read a column: those with a name, the formats found in it, and what is set. */
export function readingChoices({ way }: ColumnRead, chosen: string): { value: string; label: string }[] {
  const found = way.kind === 'time' && 'formats' in way.values ? way.values.formats : [];
  const formats = new Set([...found, ...(chosen.includes('%') ? [chosen] : [])]);
  return [
    ...COLUMN_READINGS.map((reading) => ({ value: reading, label: texts.readings[reading] })),
    ...[...formats].map((format) => ({ value: format, label: texts.timesAs(format) })),
    { value: OTHER_FORMAT, label: texts.otherFormat },
  ];
}

/** Sets a part of how a column is read, or leaves it to be found out where it is undefined. */
export function withColumnRead(
  config: ConfigInput,
  name: string,
  change: {
    readAs?: ColumnReading | undefined;
    readMissing?: string[] | undefined;
    readCentury?: number | undefined;
  },
): ConfigInput {
  const entry = Object.entries({ ...settingOf(config, name), ...change }).filter(([, value]) => value !== undefined);
  return withEntry(config, name, Object.fromEntries(entry));
}

/** Texts that count as missing in the whole file, but for the empty one. */
export function fileWords({ readAs }: ReportInput): string[] {
  const values = readAs.find(({ kind }) => kind === 'missing')?.values;
  return values !== undefined && 'texts' in values ? values.texts.filter((text) => text !== '') : [];
}

/** A word that counts as missing in a column, and its cells where they were counted. */
export interface MissingWord {
  text: string;
  cells: number | null;
}

/** Those that it holds, and those that are set for it alone. */
export function missingWords(
  { missing }: ColumnRead,
  own: readonly string[] | undefined,
  ofFile: readonly string[],
): MissingWord[] {
  const held = new Set(missing.map(({ text }) => text));
  const usual = new Set(ofFile);
  const others = (own ?? []).filter((text) => text !== '' && !held.has(text) && !usual.has(text));
  return [...missing, ...others.map((text) => ({ text, cells: null }))];
}

/** The first of the hundred years that a column's years of two digits were taken for; null where it has none. */
export function centuryOf({ notes }: ColumnLook): number | null {
  const values = notes.find(({ kind }) => kind === 'two-digit-years')?.values;
  return values !== undefined && 'first' in values && typeof values.first === 'number' ? values.first : null;
}

type Words = { word: { quote: string | number | null } }[];

/** The words among the numbers of a column, in all files that have it; none where some were not listed. */
function wordsAmong(inputs: PerSide<ReportInput>, name: string): string[] {
  const found = Object.values(inputs).flatMap(({ notes }) =>
    notes.filter(({ kind, column }) => kind === 'words-among-numbers' && column === name),
  );
  return found.flatMap(({ values }) => {
    const { words: listed = [], kinds = 0 } = (values ?? {}) as { words?: Words; kinds?: number };
    const said = listed.flatMap(({ word }) => (word.quote === null ? [] : [String(word.quote)]));
    return said.length < kinds ? [] : said;
  });
}

const LIMIT = /^[<>≤≥]=?\s*[-+]?[.,]?[0-9]/;

/** Whether some of the words that a note lists are limits, like `<0.05`. */
export function holdsLimits({ values }: Note): boolean {
  const { words: listed = [] } = (values ?? {}) as { words?: Words };
  return listed.some(({ word }) => LIMIT.test(String(word.quote ?? '')));
}

const isFormat = (text: unknown): text is `${string}%${string}` => typeof text === 'string' && text.includes('%');

/** The formats of dates that a note leaves to choose from; none where it leaves nothing. */
export function formatsOffered({ values }: Note): `${string}%${string}`[] {
  const { formats } = (values ?? {}) as { formats?: unknown };
  return Array.isArray(formats) ? formats.filter(isFormat) : [];
}

/** What a column of numbers with words among them can be read as: its words then count as missing, or are values of text. */
export function withOffer(
  { config, inputs }: { config: ConfigInput; inputs: PerSide<ReportInput> },
  name: string,
  readAs: 'number' | 'number_limits' | 'text',
): ConfigInput {
  const found = wordsAmong(inputs, name).filter((text) => readAs === 'number' || !LIMIT.test(text));
  if (readAs === 'text' || found.length === 0) return withColumnRead(config, name, { readAs });
  const known = settingOf(config, name)?.readMissing ?? Object.values(inputs).flatMap(fileWords);
  return withColumnRead(config, name, { readAs, readMissing: [...new Set([...known, ...found])] });
}
