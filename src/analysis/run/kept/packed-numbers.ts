import { elementAt } from '../../../facts/element-at.ts';
import { ecdfOfSteps } from '../../../stats/describe/ecdf.ts';
import type { EcdfArena } from '../../../stats/describe/ecdf-arena.ts';
import type { ColumnSummary, NumberValues } from '../../../facts/summary.ts';
import { commonKernel, type Kernel } from '../../../stats/kernel/kernel.ts';
import { keepCurve } from '../../summarise/curve.ts';

/** A summary of numbers in a third of its memory: the values of most columns are decimals whose neighbours lie near each other. */
export interface PackedNumbers {
  summary: ColumnSummary<NumberValues>;
  distinct: number;
  /** Differences of neighbours in units of 1 / scale; or the values themselves, where they are no decimals. */
  values: PackedSteps | Float64Array;
  /** By turns, as LEB128, how many values occur once, and how often the next one does. */
  counts: Uint8Array;
}

interface PackedSteps {
  scale: number;
  first: number;
  /** Of each block of values, how many bytes a difference takes. */
  widths: Uint8Array;
  /** The differences, lowest byte first; two words more than they take. */
  steps: Uint8Array;
}

const DECIMALS = 15;
/** So many values show of how many decimals the others may be. */
const PROBES = 64;
/** Values whose differences take the same number of bytes. */
const BLOCK = 1024;
/** Longer differences save too little. */
const MOST_BYTES = 5;
const WORD_BYTES = 4;
/** Of two numbers of 32 bits. */
const LONGEST = 10;

const NOTHING = new Float64Array();
const NO_STEPS = new Uint32Array();

/** Packs a summary; the copy shares no memory with it. */
export function packNumbers(summary: ColumnSummary<NumberValues>): PackedNumbers {
  const { values, upTo } = summary.values;
  return {
    summary: { ...summary, values: { ...summary.values, values: NOTHING, upTo: NO_STEPS } },
    distinct: values.length,
    values: packSteps(values) ?? values.slice(),
    counts: packCounts(upTo),
  };
}

export const packedBytes = ({ values, counts }: PackedNumbers): number =>
  counts.byteLength +
  (values instanceof Float64Array ? values.byteLength : values.steps.byteLength + values.widths.byteLength);

/** The summary as it was, in the memory of an arena. */
export function unpackNumbers(
  { summary, distinct, values, counts }: PackedNumbers,
  arena: EcdfArena,
): ColumnSummary<NumberValues> {
  const { kernel, addresses } = arena;
  const unpacked = kernel.doubles(addresses.values, distinct);
  const [upTo, often] = [kernel.words(addresses.upTo, distinct), kernel.words(addresses.counts, distinct)];
  if (values instanceof Float64Array) unpacked.set(values);
  else unpackSteps(values, unpacked, arena);
  kernel.put(counts, addresses.spare);
  const end = addresses.spare + counts.length;
  kernel.calls.curveHeights(addresses.spare, end, distinct, addresses.counts, addresses.upTo);
  const { missing, nan, positiveInfinity, negativeInfinity } = summary.counts;
  keepCurve(
    ecdfOfSteps({ values: unpacked, upTo, counts: often }, { missing, nan, positiveInfinity, negativeInfinity }),
  );
  return { ...summary, values: { ...summary.values, values: unpacked, upTo } };
}

/** The least power of ten that makes whole numbers of some of the values. */
function scaleOf(values: Float64Array): number | null {
  const step = Math.max(1, Math.floor(values.length / PROBES));
  const sample = Array.from({ length: Math.ceil(values.length / step) }, (_, i) => values[i * step] ?? 0);
  for (let digits = 0; digits <= DECIMALS; digits++) {
    const scale = 10 ** digits;
    if (sample.every((value) => Math.round(value * scale) / scale === value)) return scale;
  }
  return null;
}

let scratch = new Uint8Array();

function scratchOf(bytes: number): Uint8Array {
  if (scratch.length < bytes) scratch = new Uint8Array(bytes);
  return scratch;
}

function packSteps(values: Float64Array): PackedSteps | null {
  const scale = scaleOf(values);
  if (scale === null) return null;
  const { kernel, table, packed } = places(8 * BLOCK, 8 * BLOCK);
  const [given, found] = [kernel.doubles(table, BLOCK), kernel.bytes(packed, 8 * BLOCK)];
  const first = Math.round((values[0] ?? 0) * scale);
  const bytes = scratchOf(MOST_BYTES * values.length + 2 * WORD_BYTES);
  const widths = new Uint8Array(Math.ceil(values.length / BLOCK));
  let [last, place] = [first, 0];
  for (let block = 0; block < widths.length; block++) {
    const slice = values.subarray(block * BLOCK, (block + 1) * BLOCK);
    given.set(slice);
    const width = kernel.calls.decimalSteps(table, slice.length, scale, last, packed);
    const size = width * slice.length;
    if (width === 0 || place + size > MOST_BYTES * values.length) return null;
    bytes.set(found.subarray(0, size), place);
    widths[block] = width;
    place += size;
    last = Math.round(elementAt(slice, slice.length - 1) * scale);
  }
  return { scale, first, widths, steps: bytes.slice(0, place + 2 * WORD_BYTES) };
}

/** Places in the common kernel: for what is given, for what is found, and for a word. */
function places(given: number, found: number): { kernel: Kernel; table: number; packed: number; word: number } {
  const kernel = commonKernel();
  const [table, packed, word] = kernel.layOut([given, found + WORD_BYTES, WORD_BYTES]);
  return { kernel, table, packed, word };
}

function unpackSteps({ scale, first, widths, steps }: PackedSteps, values: Float64Array, arena: EcdfArena): void {
  const { kernel, addresses } = arena;
  kernel.put(steps, addresses.spare);
  let [units, place] = [first, addresses.spare];
  for (let block = 0; block < widths.length; block++) {
    const start = block * BLOCK;
    const count = Math.min(BLOCK, values.length - start);
    const width = elementAt(widths, block);
    units = kernel.calls.decimals(place, count, width, scale, units, addresses.values + 8 * start);
    place += width * count;
  }
}

function packCounts(upTo: Uint32Array): Uint8Array {
  const { kernel, table, packed, word } = places(4 * BLOCK, LONGEST * BLOCK);
  const [given, found] = [kernel.words(table, BLOCK), kernel.bytes(packed, LONGEST * BLOCK)];
  const left = kernel.words(word, 1);
  const parts: Uint8Array[] = [];
  let [before, singles] = [0, 0];
  for (let start = 0; start < upTo.length; start += BLOCK) {
    const slice = upTo.subarray(start, start + BLOCK);
    given.set(slice);
    const size = kernel.calls.stepHeights(table, slice.length, before, singles, packed, word);
    if (size > 0) parts.push(found.slice(0, size));
    [before, singles] = [elementAt(slice, slice.length - 1), elementAt(left, 0)];
  }
  return joined(parts);
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let place = 0;
  for (const part of parts) {
    bytes.set(part, place);
    place += part.length;
  }
  return bytes;
}
