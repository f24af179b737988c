import { resolvePaint, themes, type Theme, type ThemeName } from '../palette.ts';
import { fontFamily, fontSize } from '../text.ts';
import { margin, pixelsOf, type Sheet } from './format.ts';
import { escapeXml, headingLines, heightOf, sourceLines, type PictureWords, type TextLine } from './words.ts';

/** A figure's `<svg>`, drawn for a width and, where one is asked for, a height. */
export type Draw = (width: number, height: number | undefined) => string;

export interface PictureLook {
  theme: ThemeName;
  /** Leaves out the ground, and what keeps labels readable over lines. */
  transparent?: boolean;
  /** Text left of the figure on a wide sheet: for figures that are as high as they are wide. */
  textBeside?: boolean;
}

export interface Picture {
  /** A file that needs nothing else. */
  svg: string;
  /** Pixels at 1×. */
  width: number;
  height: number;
  /** Millimetres, where it is meant for paper. */
  paper?: Sheet['paper'] | undefined;
}

interface Placed {
  markup: string;
  x: number;
  y: number;
  scale: number;
}

/** A figure as a file of its own: laid out for the sheet, colours resolved, with title, sentence and source line inside. */
export function composePicture(draw: Draw, words: PictureWords, sheet: Sheet, look: PictureLook): Picture {
  const colours = themes[look.theme];
  const wide = sheet.width - 2 * margin;
  const hasColumn = look.textBeside === true && sheet.height !== undefined && sheet.width / sheet.height > 1.4;
  const column = hasColumn ? Math.round(wide * 0.3) : wide;
  const heading = headingLines(words, column);
  const source = sourceLines(words, column);
  const foot = source.length > 0 ? heightOf(source) + 10 : 0;
  const left = hasColumn ? margin + column + 24 : margin;
  const head = margin + heightOf(heading) + (heading.length > 0 ? 12 : 0);
  const top = hasColumn ? margin : head;
  const room = sheet.height === undefined ? undefined : sheet.height - top - margin - (hasColumn ? 0 : foot);
  const figure = fitted(draw, sheet.width - margin - left, room);
  const height = sheet.height ?? top + figure.height + foot + margin;
  const texts = [...stack(heading, margin, colours), ...stack(source, height - margin - heightOf(source), colours)];
  const placed = { markup: figure.markup, x: left, y: top, scale: figure.scale };
  const file = { ...pixelsOf(sheet, height), sheetHeight: height };
  return {
    svg: markupOf({ ...file, words, sheet, look, texts, placed }),
    width: file.width,
    height: file.height,
    paper: sheet.paper,
  };
}

/** Drawn smaller where a figure does not come to terms with its room. */
function fitted(draw: Draw, width: number, height: number | undefined) {
  const attempt = (scale: number) => {
    const markup = draw(width / scale, height === undefined ? undefined : height / scale);
    const drawn = sizeOf(markup);
    const fits = drawn.width * scale <= width + 1 && (height === undefined || drawn.height * scale <= height + 1);
    return { markup, scale, height: drawn.height * scale, fits };
  };
  let figure = attempt(1);
  for (const scale of [0.87, 0.76, 0.66, 0.57, 0.5]) if (!figure.fits) figure = attempt(scale);
  return figure;
}

function sizeOf(markup: string) {
  const [, width = 640, height = 320] = (/viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(markup) ?? []).map(Number);
  return { width, height };
}

interface Parts {
  width: number;
  height: number;
  sheetHeight: number;
  words: PictureWords;
  sheet: Sheet;
  look: PictureLook;
  texts: string[];
  placed: Placed;
}

function markupOf({ width, height, sheetHeight, words, sheet, look, texts, placed }: Parts): string {
  const colours = themes[look.theme];
  const size = sheet.paper
    ? `width="${sheet.paper.width}mm" height="${sheet.paper.height}mm"`
    : `width="${width}" height="${height}"`;
  const { markup, x, y, scale } = placed;
  const place = `translate(${x} ${y})${scale === 1 ? '' : ` scale(${scale})`}`;
  const figure = `<g transform="${place}" font-size="${fontSize}" fill="${colours.ink}">${painted(inner(markup), look)}</g>`;
  const ground = look.transparent ? '' : `<rect width="100%" height="100%" fill="${colours.surface}"/>`;
  const names = `<title id="picture-title">${escapeXml(words.title)}</title><desc id="picture-desc">${escapeXml(words.alt)}</desc>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="picture-title picture-desc" ${size} viewBox="0 0 ${round(sheet.width)} ${round(sheetHeight)}" font-family="${fontFamily}">${names}${ground}${texts.join('')}${figure}</svg>`;
}

const round = (value: number) => Math.round(value * 100) / 100;

function stack(lines: TextLine[], top: number, colours: Theme): string[] {
  let y = top;
  return lines.map(({ text, size, leading, bold, tone }) => {
    y += leading;
    const weight = bold ? ' font-weight="600"' : '';
    return `<text x="${margin}" y="${round(y - 5)}" font-size="${size}"${weight} fill="${colours[tone]}">${escapeXml(text)}</text>`;
  });
}

function painted(markup: string, { theme, transparent }: PictureLook): string {
  const halo = /stroke="var\(--pl-surface[^"]*"/g;
  return resolvePaint(transparent ? markup.replace(halo, 'stroke="none"') : markup, themes[theme]);
}

/** What is drawn, without the figure's own frame and names. */
const inner = (markup: string) =>
  bare(markup)
    .replace(/^\s*<svg(?:\s+[\w:-]+="[^"]*")*\s*>\s*(?:<title[^>]*>[^<]*<\/title>\s*<desc[^>]*>[^<]*<\/desc>)?/, '')
    .replace(/<\/svg>\s*$/, '');

/** Without framework comments and classes, and with the one entity XML does not know. */
const bare = (markup: string) =>
  markup
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/ class="[^"]*"/g, '')
    .replaceAll('&nbsp;', '\u00a0');
