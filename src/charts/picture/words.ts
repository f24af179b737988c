import { truncate, wrap } from '../text.ts';

/** What stands around a figure in a file, and what it is called by those who cannot see it. */
export interface PictureWords {
  title: string;
  subtitle: string;
  /** The last line: where the numbers come from. */
  source: string;
  /** For a screen reader, in place of the picture. */
  alt: string;
}

export interface TextLine {
  text: string;
  size: number;
  leading: number;
  bold: boolean;
  tone: 'ink' | 'ink-2';
}

interface Style extends Omit<TextLine, 'text'> {
  width: number;
  mostLines: number;
}

/** Lines within `width`; what a title has beyond `mostLines` of them ends in an ellipsis. */
function linesOf(text: string, { width, mostLines, ...style }: Style): TextLine[] {
  const room = style.bold ? width / 1.06 : width;
  const lines = wrap(text, room, style.size);
  const kept = lines.slice(0, mostLines);
  if (lines.length > mostLines) kept[mostLines - 1] = `${kept.at(-1) ?? ''} …`;
  return kept.map((line) => ({ ...style, text: truncate(line, room, style.size) }));
}

/** Title and subtitle, with some air between them. */
export function headingLines({ title, subtitle }: PictureWords, width: number): TextLine[] {
  const titles = linesOf(title, {
    width,
    mostLines: 4,
    size: width < 400 ? 15 : 17,
    leading: 22,
    bold: true,
    tone: 'ink',
  });
  const [first, ...rest] = linesOf(subtitle, {
    width,
    mostLines: 10,
    size: 13,
    leading: 18,
    bold: false,
    tone: 'ink-2',
  });
  if (first === undefined) return titles;
  return [...titles, { ...first, leading: titles.length > 0 ? 21 : 18 }, ...rest];
}

export const sourceLines = ({ source }: PictureWords, width: number): TextLine[] =>
  linesOf(source, { width, mostLines: width < 250 ? 6 : 3, size: 11, leading: 15, bold: false, tone: 'ink-2' });

export const heightOf = (lines: readonly TextLine[]) => lines.reduce((sum, { leading }) => sum + leading, 0);

/** A text as XML may hold it. */
export const escapeXml = (text: string) =>
  text
    .toWellFormed()
    // eslint-disable-next-line no-control-regex -- these are what XML 1.0 cannot hold
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\ufffd')
    .replace(/[&<>"]/g, (c) => `&${{ '&': 'amp', '<': 'lt', '>': 'gt', '"': 'quot' }[c]};`);
