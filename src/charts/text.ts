import { words } from '../words/words.ts';

/**
 * Text without a screen to measure it on. Widths are those of a grotesque with tabular figures, rounded up: a label may
 * get more room than it needs, never less.
 */

export const fontSize = 12;
export const fontFamily = "'Inter Variable', Inter, system-ui, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif";

const narrow = /[jtfrI!()[\]{}]/;
const wide = /[mwMWQOGDHN@%&×…—−+=<>~A-Z]/;
const full = /\p{Extended_Pictographic}|[\u1100-\u11ff\u2e80-\ua4cf\uac00-\ud7ff\uf900-\ufaff\uff00-\uff60]/u;
const combining = /^(?:\p{Mark}|[\u200b-\u200f\u2060-\u2069])+$/u;

function em(grapheme: string): number {
  if (combining.test(grapheme)) return 0;
  if (full.test(grapheme)) return 1.3;
  if (/[ il.,:;'|·]/.test(grapheme)) return 0.3;
  if (narrow.test(grapheme)) return 0.39;
  if (wide.test(grapheme)) return grapheme === '…' || /[mwMW@%]/.test(grapheme) ? 0.96 : 0.74;
  return /\d/.test(grapheme) ? 0.64 : 0.6;
}

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });
const graphemes = (text: string) => Array.from(segmenter.segment(text), ({ segment }) => segment);

/** Beyond any width a picture has; the rest of a text is not measured. */
const longest = 500;

export function textWidth(text: string, size = fontSize): number {
  if (text.length > longest) return (textWidth(text.slice(0, longest), size) * text.length) / longest;
  return size * graphemes(text).reduce((sum, grapheme) => sum + em(grapheme), 0);
}

/** The text cut in its middle, since names of sensors differ at both ends: "Lagging_Cur…_kVarh". */
export function truncate(text: string, width: number, size = fontSize): string {
  if (textWidth(text, size) <= width) return text;
  const parts = graphemes(text.length > longest ? text.slice(0, longest / 2) + text.slice(-longest / 2) : text);
  const room = width / size - em('…');
  let head = 0;
  let tail = parts.length;
  let used = 0;
  while (head < tail) {
    const fromHead = head * 2 <= (parts.length - tail) * 3;
    const cost = em(parts[fromHead ? head : tail - 1] ?? '');
    if (used + cost > room) break;
    used += cost;
    if (fromHead) head++;
    else tail--;
  }
  return `${parts.slice(0, head).join('').trimEnd()}…${parts.slice(tail).join('').trimStart()}`;
}

/** Lines no wider than `width`, broken between words; a longer word keeps a line for itself. */
export function wrap(text: string, width: number, size = fontSize): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && textWidth(longer, size) > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return line === '' ? lines : [...lines, line];
}

/** A name as it can stand in a picture: control characters made visible, an empty one named, lone surrogates mended. */
export function nameText(name: string): string {
  if (name.trim() === '') return name === '' ? words.figures.frame.emptyText : words.figures.frame.blank;
  return (
    name
      .toWellFormed()
      // eslint-disable-next-line no-control-regex -- these are what XML 1.0 cannot hold
      .replace(/[\u0000-\u001f]/g, (character) => String.fromCharCode(0x2400 + character.charCodeAt(0)))
      .replace(/[\u007f\ufffe\uffff]/g, '\ufffd')
  );
}

const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;

/** A name inside a sentence; one written from right to left is kept from reordering its neighbours. */
export function quoted(name: string): string {
  const text = nameText(name);
  return rightToLeft.test(text) ? `\u2068${text}\u2069` : text;
}
