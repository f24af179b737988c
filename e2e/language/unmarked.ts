import { readFileSync } from 'node:fs';
import { MISSING_TEXTS } from '../../src/engine/csv/options.ts';
import { MARKS } from '../../src/words/pseudo.ts';
import type { PlacedText } from './placed-texts.ts';

const months =
  'Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?';
const figures = '[\\d.,\u00a0\u202f]*\\d';

/**
 * What stands on the page without being a word of the catalogue: the product's name, and what `Intl` makes of numbers
 * and times in the page's language.
 */
const ALLOWED = [
  /\bPlumbline\b/g,
  // "1 Jan 2018", "January 2018", "Jan", "3 March 2018 at 14:05"
  new RegExp(`\\b(?:\\d{1,2} )?(?:${months})\\b(?: \\d{4}\\b)?(?: at (?=\\d{1,2}:))?`, 'g'),
  // "Mon 3"
  /\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)\b(?= \d)/g,
  // "26.3 days"
  new RegExp(`${figures}\\s(?:day|hour|minute|second)s?\\b`, 'g'),
  // "1.2 MB"
  new RegExp(`${figures}\\s(?:KB|MB|GB|TB)\\b`, 'g'),
];

const WORD = /\p{L}[\p{L}\p{M}]+/gu;

/**
 * What of a text stands outside the marks of the pseudo-language. A mark without its counterpart stays, as a sentence
 * that was cut is no better than one from elsewhere; but not beside "…", which is where a label had no room.
 */
export function outsideMarks(text: string): string {
  const isCut = text.includes('…');
  let depth = 0;
  let outside = '';
  for (const letter of text) {
    if (letter === MARKS.open) depth += 1;
    else if (letter === MARKS.close) {
      if (depth === 0 && !isCut) outside += letter;
      depth = Math.max(0, depth - 1);
      outside += '\u2003';
    } else if (depth === 0) outside += letter;
  }
  return depth > 0 && !isCut ? outside + MARKS.open : outside;
}

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');

/** Finds what is no data in what stands outside the marks. */
export class Unmarked {
  readonly #data: readonly string[];
  readonly #pattern: RegExp | null;

  /** `data` are the names and cells that the files hold, which no translation touches. */
  constructor(data: Iterable<string>) {
    // The longest first: a name may hold another.
    this.#data = [...new Set(data)].filter((name) => /\p{L}{2}/u.test(name)).sort((a, b) => b.length - a.length);
    const names = this.#data.map(escaped).join('|');
    this.#pattern = names === '' ? null : new RegExp(`(?<![\\p{L}\\p{N}])(?:${names})(?![\\p{L}\\p{N}])`, 'gu');
  }

  /** The words of a text that are neither marked nor data; marks that lack their counterpart count as words. */
  words(text: string): string[] {
    let rest = outsideMarks(text);
    if (this.#pattern !== null) rest = rest.replace(this.#pattern, ' ');
    for (const pattern of ALLOWED) rest = rest.replace(pattern, ' ');
    rest = rest.replace(/(\S*)…(\S*)/gu, (all, head: string, tail: string) => (this.#isCut(head, tail) ? ' ' : all));
    return [...(rest.match(WORD) ?? []), ...(rest.match(/[⟦⟧]/g) ?? [])];
  }

  in(texts: readonly PlacedText[]): PlacedText[] {
    return texts.filter(({ text }) => this.words(text).length > 0);
  }

  /** "Lagg…actor": a name that had no room. */
  #isCut(head: string, tail: string): boolean {
    return this.#data.some(
      (name) => name.length >= head.length + tail.length && name.startsWith(head) && name.endsWith(tail),
    );
  }
}

/** The names and the texts of a file of comma-separated values, and the file's own name. */
export function dataOf(path: string): string[] {
  return [path.split('/').at(-1) ?? path, ...cellsOf(readFileSync(path, 'utf8'))];
}

/** Names and texts of comma-separated values. */
export function cellsOf(csv: string): string[] {
  const cells = [...csv.matchAll(/"((?:[^"]|"")*)"|[^,\r\n"]+/g)].map(
    ([all, quoted]) => quoted?.replaceAll('""', '"') ?? all,
  );
  return [...new Set(cells.map((cell) => cell.trim()))].filter((cell) => /\p{L}/u.test(cell));
}

/** Notes what is unmarked in one state of the app after another; a text that was noted is not noted again. */
export class Ledger {
  readonly #seen = new Set<string>();
  readonly #lines: string[] = [];
  #unmarked: Unmarked;

  constructor(data: Iterable<string> = []) {
    this.#unmarked = new Unmarked(data);
  }

  /** The files that the next states show; the words that stand for no value in any file are theirs too. */
  expect(...data: Iterable<string>[]): void {
    this.#unmarked = new Unmarked([...MISSING_TEXTS, ...data.flatMap((some) => [...some])]);
  }

  note(state: string, texts: readonly PlacedText[]): void {
    const found = this.#unmarked.in(texts).filter(({ text }) => !this.#seen.has(text));
    if (found.length === 0) return;
    this.#lines.push(`== ${state}`);
    for (const { place, text } of found) {
      if (this.#seen.has(text)) continue;
      this.#seen.add(text);
      this.#lines.push(`${place}\n    ${text.replace(/\s+/g, ' ').trim()}`);
    }
  }

  /** All that was noted, by state; empty where every word was marked. */
  get text(): string {
    return this.#lines.join('\n');
  }
}
