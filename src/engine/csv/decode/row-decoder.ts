import { elementAt } from '../../../facts/element-at.ts';
import type { CellKind, DecodeForm } from './decode-form.ts';
import { startKernel, type DecodeKernel } from './kernel.ts';
import { powersOfFive, powersOfTen, textList } from './tables.ts';

/** A column of decoded rows; its buffers are views of the decoder's memory, until that decodes again. */
export interface DecodedColumn {
  kind: CellKind;
  /** A bit for each row, lowest first: 0 where there is no value. */
  validity: Uint8Array;
  nulls: number;
  /** Numbers, microseconds since 1970 (UTC), bits, or the bytes of texts. */
  values: Float64Array | BigInt64Array | Uint8Array;
  /** Where each text starts, and where the last one ends; null where there are none. */
  offsets: Int32Array | null;
}

export interface DecodedRows {
  rows: number;
  columns: DecodedColumn[];
}

/** As the kernel numbers them. */
const KINDS: Readonly<Record<CellKind, number>> = { number: 0, time: 1, text: 2, boolean: 3 };
/** Of what the kernel is told of a column, and tells: words of four bytes. */
const WORDS = { kind: 0, values: 1, validity: 2, nulls: 3, lengths: 4, bytes: 5, all: 6 } as const;
/** Numbers of more than 19 digits, very large or very small ones, are left to the browser's own reading: so many, of 16 bytes, in a piece. */
const MOST_HARD = 65_536;
const HARD_WORDS = 4;
/** The kernel looks a little beyond the text, and copies eight bytes at a time. */
const SLACK = 64;
const WASM_PAGES_END = 2 ** 32;

/** Decodes pieces of one table, in a memory of its own. */
export class RowDecoder {
  readonly #form: DecodeForm;
  readonly #kernel: DecodeKernel = startKernel();
  readonly #hard: number;
  readonly #columns: number;
  /** What lies below is there for every piece. */
  readonly #start: number;
  #free = SLACK;

  constructor(form: DecodeForm) {
    this.#form = form;
    const { texts, cells } = form.missing;
    const tables = [powersOfTen(), powersOfFive(), textList(texts), textList(cells)];
    const places = tables.map((table) => this.#put(table));
    this.#hard = this.#place(MOST_HARD * HARD_WORDS * 4);
    this.#columns = this.#place(form.columns.length * WORDS.all * 4);
    this.#start = this.#free;
    const [delimiter, newline, decimal] = [form.delimiter, form.newline, form.decimal].map((mark) =>
      mark.charCodeAt(0),
    );
    const marks = (delimiter ?? 0) + (newline ?? 0) * 2 ** 8 + (decimal ?? 0) * 2 ** 16;
    const [tens = 0, fives = 0, missingTexts = 0, missingCells = 0] = places;
    this.#kernel.setForm(marks, tens, fives, missingTexts, missingCells);
  }

  /**
   * Reads whole rows.
   * @param text UTF-8, without NUL bytes
   * @returns null where a row has another number of fields, a cell does not fit its column, or a text has quotes inside: for the engine to read
   */
  decode(text: Uint8Array): DecodedRows | null {
    this.#free = this.#start;
    const start = this.#put(text);
    const end = start + text.length;
    const isEnded = text.at(-1) === this.#form.newline.charCodeAt(0);
    this.#bytes(end, SLACK).fill(0);
    this.#bytes(end, 1).fill(this.#form.newline.charCodeAt(0));
    this.#layOut(this.#kernel.countRows(start, end));
    this.#kernel.setHard(this.#hard, MOST_HARD);
    const rows = this.#kernel.decode(start, isEnded ? end : end + 1, this.#columns, this.#form.columns.length);
    if (rows === -1 || !this.#readHard()) return null;
    const offsets = this.#form.columns.map((kind, i) => (kind === 'text' ? this.#copyTexts(i, rows) : null));
    return { rows, columns: this.#form.columns.map((kind, i) => this.#decoded(kind, i, { rows, texts: offsets[i] })) };
  }

  #layOut(rows: number): void {
    const bits = Math.ceil(rows / 8);
    this.#form.columns.forEach((kind, i) => {
      const values = this.#place(kind === 'boolean' ? bits : rows * (kind === 'text' ? 4 : 8));
      const validity = this.#place(bits);
      const lengths = kind === 'text' ? this.#place(rows * 4) : 0;
      this.#bytes(validity, bits).fill(255);
      if (kind === 'boolean') this.#bytes(values, bits).fill(0);
      this.#words(this.#columns + i * WORDS.all * 4, WORDS.all).set([KINDS[kind], values, validity, 0, lengths, 0]);
    });
  }

  /** What the kernel has left; false where it is no number after all. */
  #readHard(): boolean {
    const count = this.#kernel.countHard();
    const words = this.#words(this.#hard, count * HARD_WORDS);
    const decoder = new TextDecoder();
    for (let k = 0; k < words.length; k += HARD_WORDS) {
      const [column = 0, row = 0, start = 0, end = 0] = words.subarray(k, k + HARD_WORDS);
      const text = decoder.decode(this.#bytes(start, end - start).slice());
      const value = Number(text.replace(this.#form.decimal, '.'));
      if (!Number.isFinite(value)) return false;
      new Float64Array(this.#kernel.memory.buffer, this.#word(column, WORDS.values), row + 1)[row] = value;
    }
    return true;
  }

  #copyTexts(column: number, rows: number): { bytes: number; offsets: number } {
    const bytes = this.#place(this.#word(column, WORDS.bytes));
    const offsets = this.#place((rows + 1) * 4);
    this.#kernel.copyTexts(this.#columns + column * WORDS.all * 4, rows, bytes, offsets);
    return { bytes, offsets };
  }

  #decoded(
    kind: CellKind,
    column: number,
    { rows, texts }: { rows: number; texts: { bytes: number; offsets: number } | null | undefined },
  ): DecodedColumn {
    const { buffer } = this.#kernel.memory;
    const values = this.#word(column, WORDS.values);
    const nulls = this.#word(column, WORDS.nulls);
    const validity = this.#bytes(this.#word(column, WORDS.validity), Math.ceil(rows / 8));
    const common = { kind, nulls, validity, offsets: null };
    switch (kind) {
      case 'number':
        return { ...common, values: new Float64Array(buffer, values, rows) };
      case 'time':
        return { ...common, values: new BigInt64Array(buffer, values, rows) };
      case 'boolean':
        return { ...common, values: this.#bytes(values, Math.ceil(rows / 8)) };
      case 'text': {
        const { bytes, offsets } = texts ?? { bytes: 0, offsets: 0 };
        const content = this.#bytes(bytes, this.#word(column, WORDS.bytes));
        return { ...common, values: content, offsets: new Int32Array(buffer, offsets, rows + 1) };
      }
    }
  }

  #word(column: number, word: number): number {
    return elementAt(this.#words(this.#columns + (column * WORDS.all + word) * 4, 1), 0);
  }

  /** Room of so many bytes, at a multiple of eight. */
  #place(bytes: number): number {
    const address = this.#free;
    this.#free += Math.ceil((bytes + SLACK) / 8) * 8;
    if (this.#free >= WASM_PAGES_END || this.#kernel.room(this.#free) === 0)
      throw new RangeError('no room to decode in');
    return address;
  }

  #put(content: Uint8Array): number {
    const address = this.#place(content.length);
    this.#bytes(address, content.length).set(content);
    return address;
  }

  #bytes(address: number, length: number): Uint8Array {
    return new Uint8Array(this.#kernel.memory.buffer, address, length);
  }

  #words(address: number, length: number): Uint32Array {
    return new Uint32Array(this.#kernel.memory.buffer, address, length);
  }
}
