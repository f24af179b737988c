import { decodeTable } from '../database/database.ts';
import { decodeNumbers } from './decode.ts';

/** What the sampled cells of a column of numbers look like; NaN is filled and whole, ±∞ filled; neither is in the range. */
export interface NumberCounts {
  sampled: number;
  filled: number;
  distinct: number;
  whole: number;
  min: number;
  max: number;
}

/** What the sampled cells of a column of texts look like. */
export interface TextCounts {
  sampled: number;
  filled: number;
  distinct: number;
  booleans: number;
  codes: number;
  /** Cells that are digits behind letters. */
  lettered: number;
  meanLength: number;
  meanWords: number;
  /** Whether some cell could be read as a number or a time at all. */
  maybeOther: boolean;
}

/** Counts samples; in the page it does so in a worker. */
export interface SampleCounter {
  /** One column after another, from an answer of DOUBLE columns. */
  numbers(bytes: Uint8Array): Promise<NumberCounts[]>;
  /** By column number, from an answer as `TEXT_COLUMNS` says. */
  texts(pieces: Uint8Array[]): Promise<Map<number, TextCounts>>;
}

/** A row is a different text of a column: the column's number, the text's start, how often it occurs, its length and its words. */
export const TEXT_COLUMNS = ['i', 'v', 'n', 'l', 'w'] as const;
/** Of longer texts only the start is looked at. */
export const LOOKED_AT = 100;

/** Yes and no as files spell them. */
const BOOLEANS = new Set('true,false,t,f,yes,no,y,n,ja,nein,j,ein,aus,on,off,oui,non,si,sí,да,нет'.split(','));
const CODE = /^[+-]?(0[0-9]|[0-9]{16})[0-9]*$/;
const LETTERED = /^[A-Za-z]{1,4}[-_/]?[0-9]+$/;
/** What every number and every time starts with, as the engine reads them. */
const MAYBE_OTHER = /^\s*([-+.\d]|nan|inf|epoch)/i;

/** Sorts numbers ascending, in place, none of them NaN. */
type Sort = (values: Float64Array) => Float64Array;

/**
 * Counts here, whoever runs this.
 * @param sort how numbers are sorted: most of the time goes there
 */
export const makeSampleCounter = (sort: Sort): SampleCounter => ({
  numbers: (bytes) =>
    Promise.resolve(decodeNumbers(bytes).map(({ values, missing }) => countNumbers(values, missing, sort))),
  texts: (pieces) => Promise.resolve(countTexts(pieces)),
});

export const sampleCounter = makeSampleCounter((values) => values.sort());

function countNumbers(values: Float64Array, missing: Uint8Array | null, sort: Sort): NumberCounts {
  const { numbers, nonNumbers } = filledCells(values, missing);
  const sorted = sort(numbers);
  // What is no number is one value, and zeros are one whatever their sign.
  let distinct = Math.min(1, nonNumbers);
  let whole = nonNumbers;
  for (let i = 0; i < sorted.length; i++) {
    const value = sorted[i]!;
    if (i === 0 || value !== sorted[i - 1]) distinct++;
    if (value === Math.floor(value) && Number.isFinite(value)) whole++;
  }
  const min = sorted.find(Number.isFinite) ?? 0;
  const max = sorted.findLast(Number.isFinite) ?? 0;
  return { sampled: values.length, filled: sorted.length + nonNumbers, distinct, whole, min, max };
}

/** The numbers, moved to the front of the values, and how many cells are filled with what is none. */
function filledCells(values: Float64Array, missing: Uint8Array | null): { numbers: Float64Array; nonNumbers: number } {
  let [size, nonNumbers] = [0, 0];
  for (let row = 0; row < values.length; row++) {
    if (missing !== null && missing[row] !== 0) continue;
    const value = values[row]!;
    if (value !== value) nonNumbers++;
    else values[size++] = value;
  }
  return { numbers: values.subarray(0, size), nonNumbers };
}

function countTexts(pieces: Uint8Array[]): Map<number, TextCounts> {
  const table = decodeTable(pieces);
  const [indices, texts, numbers, lengths, words] = TEXT_COLUMNS.map((name) => table.getChild(name));
  const found = new Map<number, TextCounts>();
  for (let row = 0; row < table.numRows; row++) {
    const i = Number(indices?.at(row));
    const counts = found.get(i) ?? { ...NOTHING };
    found.set(i, counts);
    const times = Number(numbers?.at(row));
    counts.sampled += times;
    const text = texts?.at(row) as string | null;
    const [length, wordCount] = [Number(lengths?.at(row)), Number(words?.at(row))];
    if (text !== null) addText(counts, { text, times, length, words: wordCount });
  }
  for (const counts of found.values()) {
    counts.meanLength /= Math.max(1, counts.filled);
    counts.meanWords /= Math.max(1, counts.filled);
  }
  return found;
}

/** A text, cut, and what is known of the whole. */
interface FoundText {
  text: string;
  times: number;
  length: number;
  words: number;
}

/** Adds a text that did not occur before; the means are sums yet. */
function addText(counts: TextCounts, { text, times, length, words }: FoundText): void {
  counts.filled += times;
  counts.distinct++;
  counts.meanLength += times * length;
  counts.meanWords += times * words;
  if (BOOLEANS.has(text.toLowerCase())) counts.booleans += times;
  if (length <= LOOKED_AT && CODE.test(text)) counts.codes += times;
  if (length <= LOOKED_AT && LETTERED.test(text)) counts.lettered += times;
  if (MAYBE_OTHER.test(text)) counts.maybeOther = true;
}

const NOTHING: TextCounts = {
  sampled: 0,
  filled: 0,
  distinct: 0,
  booleans: 0,
  codes: 0,
  lettered: 0,
  meanLength: 0,
  meanWords: 0,
  maybeOther: false,
};
