import { resolvePaint, themes, type Theme, type ThemeName } from './palette.ts';
import { fontFamily, wrap } from './text.ts';

export interface StandaloneOptions {
  title: string;
  description: string;
  /** A last line: where the numbers come from. */
  source?: string;
  theme: ThemeName;
}

const padding = 20;

/**
 * A figure's `<svg>` as a file that needs nothing else: colours resolved, title, sentence and source line inside. Takes
 * the markup as the server renders it or as a browser serialises it.
 */
export function standaloneSvg(svg: string, { title, description, source, theme }: StandaloneOptions): string {
  const [, width = 640, height = 320] = (/viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg) ?? []).map(Number);
  const colours: Theme = themes[theme];
  const quiet = `fill="${colours['ink-2']}"`;
  const heading = [
    ...textLines(title, { width, size: 15, leading: 20, look: `font-weight="600" fill="${colours.ink}"` }),
    ...textLines(description, { width, size: 13, leading: 18, look: quiet }),
  ];
  const foot = source === undefined ? [] : textLines(source, { width, size: 11, leading: 15, look: quiet });
  const top = padding + heading.reduce((sum, line) => sum + line.leading, 0) + 12;
  const all = top + height + (foot.length > 0 ? 8 : 0) + foot.length * 15 + padding;
  const outer = width + 2 * padding;
  const texts = [...stack(heading, padding), ...stack(foot, top + height + 8)].join('');
  return `<svg xmlns="http://www.w3.org/2000/svg" role="img" width="${outer}" height="${all}" viewBox="0 0 ${outer} ${all}" font-family="${fontFamily}" style="font-variant-numeric: tabular-nums"><rect width="100%" height="100%" fill="${colours.surface}"/>${texts}<g transform="translate(${padding} ${top})">${resolvePaint(bare(svg), colours)}</g></svg>`;
}

interface TextLine {
  markup: string;
  leading: number;
}

interface LineStyle {
  width: number;
  size: number;
  leading: number;
  look: string;
}

const textLines = (text: string, { width, size, leading, look }: LineStyle): TextLine[] =>
  wrap(text, width, size).map((line) => ({ markup: `font-size="${size}" ${look}>${escapeXml(line)}</text>`, leading }));

function stack(lines: TextLine[], top: number): string[] {
  let y = top;
  return lines.map(({ markup, leading }) => `<text x="${padding}" y="${(y += leading) - 4}" ${markup}`);
}

const escapeXml = (text: string) =>
  text.replace(/[&<>"]/g, (c) => `&${{ '&': 'amp', '<': 'lt', '>': 'gt', '"': 'quot' }[c]};`);

/** Without framework comments and classes, and with the one entity XML does not know. */
const bare = (svg: string) =>
  svg
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/ class="[^"]*"/g, '')
    .replaceAll('&nbsp;', '\u00a0');
