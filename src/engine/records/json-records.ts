/** How the records of a JSON file lie in it: `stream` is one object behind the other, over any lines, with commas between them or none. */
export type Layout = 'lines' | 'array' | 'stream' | 'whole';

const HEAD_BYTES = 2 ** 20;

/**
 * Tells lines of JSON from one array, from several objects and from a single one, by the first line and the first object.
 * @param file JSON text
 */
export async function layoutOf(file: Blob): Promise<Layout> {
  const head = (await file.slice(0, HEAD_BYTES).text()).trimStart();
  const end = head.indexOf('\n');
  const first = end === -1 ? head : head.slice(0, end);
  const isList = head.startsWith('[');
  const next = end === -1 ? '' : head.slice(end).trimStart();
  if (isValue(first) && /^[[{]/.test(next)) return 'lines';
  // A line that is cut off here may be one of many or all there is.
  if (end === -1 && file.size > HEAD_BYTES && !isList) return 'lines';
  if (isList) return 'array';
  return isFollowed(head) ? 'stream' : 'whole';
}

/** Whether a second object stands behind the first one. */
function isFollowed(head: string): boolean {
  const cutter = new ElementCutter('stream');
  const pieces = cutter.cut(head);
  return pieces.next().done !== true && pieces.next().done !== true;
}

function isValue(text: string): boolean {
  try {
    parseRecord(text);
    return true;
  } catch {
    return false;
  }
}

/** Numbers that doubles cannot hold and words that JSON does not have but its writers use, as texts. */
const BEYOND = /("(?:[^"\\]|\\.)*")|(?<![\w.+-])-?(?:\d{16,}(?![\w.])|Infinity\b|NaN\b)/g;

/**
 * Parses a record. Whole numbers of 16 digits and more become texts, so that no digit is lost; so do NaN and Infinity.
 * @param text one JSON value
 * @throws SyntaxError
 */
export function parseRecord(text: string): unknown {
  const kept = /\d{16}|NaN|Infinity/.test(text)
    ? text.replaceAll(BEYOND, (found, quoted: string | undefined) => quoted ?? `"${found}"`)
    : text;
  return JSON.parse(kept);
}

/** The text of one record, or what is left of one that the file ends in. */
export interface Piece {
  text: string;
  whole: boolean;
}

/**
 * The texts of all records, piece by piece: the file is never in memory as a whole.
 * @param file JSON text
 * @param options its layout; called with the bytes read so far
 */
export async function* recordTexts(
  file: Blob,
  options: { layout: Exclude<Layout, 'whole'>; onBytes: (done: number) => void },
): AsyncGenerator<Piece> {
  const decoder = new TextDecoder();
  const cutter = options.layout === 'lines' ? new LineCutter() : new ElementCutter(options.layout);
  let done = 0;
  const reader = file.stream().getReader();
  for (;;) {
    const { value, done: finished } = await reader.read();
    yield* cutter.cut(finished ? decoder.decode() : decoder.decode(value, { stream: true }));
    if (finished) break;
    done += value.length;
    options.onBytes(done);
  }
  yield* cutter.rest();
}

class LineCutter {
  #open = '';

  *cut(text: string): Generator<Piece> {
    const lines = (this.#open + text).split('\n');
    this.#open = lines.pop() ?? '';
    for (const line of lines) if (line.trim() !== '') yield { text: line, whole: true };
  }

  *rest(): Generator<Piece> {
    if (this.#open.trim() !== '') yield { text: this.#open, whole: true };
  }
}

/** Cuts an array into its elements, or objects from each other, by counting brackets outside texts. */
class ElementCutter {
  #text = '';
  /** Where to go on looking, and where the open element starts (-1: none is open). */
  #at = 0;
  #start = -1;
  #depth: number;
  readonly #layout: 'array' | 'stream';

  constructor(layout: 'array' | 'stream') {
    this.#layout = layout;
    this.#depth = layout === 'array' ? -1 : 0;
  }

  *cut(chunk: string): Generator<Piece> {
    this.#text += chunk;
    const marks = /["[\]{},]/g;
    for (;;) {
      marks.lastIndex = this.#at;
      const mark = marks.exec(this.#text);
      if (mark === null) break;
      if (mark[0] === '"') {
        const close = closingQuote(this.#text, mark.index);
        if (close === -1) {
          this.#at = mark.index;
          return this.#forget();
        }
        this.#begin(mark.index);
        this.#at = close + 1;
        continue;
      }
      this.#at = mark.index + 1;
      const element = this.#step(mark[0], mark.index);
      if (element !== null) yield { text: element, whole: true };
    }
    this.#at = this.#text.length;
    this.#forget();
  }

  *rest(): Generator<Piece> {
    if (this.#layout === 'array' ? this.#depth >= 0 : this.#start !== -1)
      yield { text: this.#text.slice(Math.max(0, this.#start)), whole: false };
  }

  #begin(offset: number): void {
    if (this.#depth === 0 && this.#start === -1) this.#start = offset;
  }

  /** The element that a bracket or comma ends; null when it ends none. */
  #step(mark: string, offset: number): string | null {
    if (this.#layout === 'stream') return this.#stepInStream(mark, offset);
    const ends = this.#depth === 0 && (mark === ',' || mark === ']');
    if (ends) {
      const text = this.#start === -1 ? '' : this.#text.slice(this.#start, offset);
      this.#start = -1;
      if (mark === ']') this.#depth = -1;
      else this.#start = offset + 1;
      return text.trim() === '' ? null : text;
    }
    if (mark === '[' || mark === '{') {
      this.#begin(offset);
      this.#depth++;
      if (this.#depth === 0) this.#start = offset + 1;
    } else if (mark !== ',') this.#depth--;
    return null;
  }

  #stepInStream(mark: string, offset: number): string | null {
    if (mark === ',') return null;
    if (mark === '[' || mark === '{') {
      this.#begin(offset);
      this.#depth++;
      return null;
    }
    this.#depth--;
    if (this.#depth > 0) return null;
    const text = this.#text.slice(this.#start, offset + 1);
    [this.#start, this.#depth] = [-1, 0];
    return text;
  }

  /** Lets go of what has been handed out. */
  #forget(): void {
    const start = this.#start === -1 ? this.#at : this.#start;
    this.#text = this.#text.slice(start);
    this.#at -= start;
    if (this.#start !== -1) this.#start = 0;
  }
}

function closingQuote(text: string, open: number): number {
  for (let offset = text.indexOf('"', open + 1); offset !== -1; offset = text.indexOf('"', offset + 1)) {
    let slashes = 0;
    while (text[offset - 1 - slashes] === '\\') slashes++;
    if (slashes % 2 === 0) return offset;
  }
  return -1;
}
