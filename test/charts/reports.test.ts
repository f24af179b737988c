import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { Resvg } from '@resvg/resvg-js';
import { describe, expect, it } from 'vitest';
import type { DrawnFigure } from '../../src/charts/frame.ts';
import { composePicture } from '../../src/charts/picture/compose.ts';
import { sheetOf, type PresetName } from '../../src/charts/picture/format.ts';
import type { Report } from '../../src/facts/document/document.ts';
import { parseReport } from '../../src/report/parse.ts';
import { figuresOf } from '../../src/ui/figures/report-figures.ts';
import { propsOf, type ReportFigure } from '../../src/ui/figures/report-figure.ts';
import { plainWords } from '../../src/ui/pictures/draw.ts';
import { safeName } from '../../src/ui/pictures/file-names.ts';
import { goldenText, renderSvg, wellFormed } from './golden.ts';

/** As the app made it; `tools/report-fixtures.ts` makes it anew. */
const reportOf = (name: string) =>
  parseReport(gunzipSync(readFileSync(`test/charts/fixtures/${name}-report.json.gz`)).toString());

const source = 'reference.csv against current.csv · 1 January 2026 · Plumbline';

interface More {
  transparent?: boolean;
  /** The report it is of, where its files are more than a reference and a current one. */
  report?: Report;
}

/** A figure as it is saved, drawn on the server. */
function pictureOf(figure: ReportFigure, preset: PresetName, theme: 'light' | 'dark', more: More = {}) {
  const { transparent = false, report = null } = more;
  let said: DrawnFigure | undefined;
  const capture = (drawn: DrawnFigure) => (said = drawn);
  const draw = (width: number, height: number | undefined) =>
    renderSvg(figure.component, { ...propsOf(figure, report), width, height, capture });
  draw(640, undefined);
  const words = plainWords(figure.title, said?.description ?? '', source);
  const look = { theme, transparent, textBeside: figure.square === true };
  return { ...composePicture(draw, words, sheetOf(preset), look), table: said?.table() };
}

/** Light as on the screen and dark for a blog: every theme and every way to lay out, and half as many files. */
const looks = [
  ['light', 'screen'],
  ['dark', 'blog'],
] as const;

describe.each(['steel', 'ai4i'])('figures of the %s report', (name) => {
  const figures = figuresOf(reportOf(name)).flatMap((group) => group.figures);

  it('are told apart by their ids', () => {
    expect(new Set(figures.map(({ id }) => id)).size).toBe(figures.length);
  });

  describe.each(looks)('%s, for %s', (theme, preset) => {
    it.each(figures.map((figure) => [figure.title, figure] as const))('%s', async (_, figure) => {
      const { svg, table } = pictureOf(figure, preset, theme);
      expect(wellFormed(svg)).toBe(true);
      expect(table?.rows.length).toBeGreaterThan(0);
      await expect(goldenText(svg, 1)).toMatchFileSnapshot(`goldens/${name}/${theme}/${safeName(figure.id)}.svg`);
    });
  });

  it('come in the size that was asked for, also to another program', { timeout: 60_000 }, () => {
    for (const figure of figures) {
      const { svg } = pictureOf(figure, 'square', 'dark', { transparent: true });
      const drawn = new Resvg(svg, { font: { loadSystemFonts: false } }).render();
      expect([figure.title, drawn.width, drawn.height]).toEqual([figure.title, 1080, 1080]);
      // The corner of a transparent ground, and a picture that is not empty.
      expect(drawn.pixels[3]).toBe(0);
      expect(drawn.pixels.some((value) => value > 0)).toBe(true);
    }
  });

  it('stay within their sheet', { timeout: 60_000 }, () => {
    const kindOf = ({ id }: ReportFigure) => id.split('/').slice(0, 2).join('/');
    const kinds = new Map(figures.map((figure) => [kindOf(figure), figure]));
    for (const [i, figure] of [...kinds.values()].entries()) {
      const preset = (['blog', 'square', 'page', 'column'] as const)[i % 4] ?? 'blog';
      const { svg } = pictureOf(figure, preset, 'light');
      const { width, height = 0 } = sheetOf(preset);
      const box = new Resvg(svg.replace(/<rect width="100%"[^>]*>/, '')).getBBox();
      const right = (box?.x ?? NaN) + (box?.width ?? NaN);
      const foot = (box?.y ?? NaN) + (box?.height ?? NaN);
      const inside = Number(box?.x) > 0 && Number(box?.y) > 0 && right < width && foot < height;
      expect([figure.title, preset, inside, right, foot]).toEqual([figure.title, preset, true, right, foot]);
    }
  });
});

describe.each(['steel', 'ai4i'])('figures of the %s report, were its files two models', (name) => {
  const { performance, ...rest } = reportOf(name);
  if (performance?.state !== 'measured') throw new Error('a report with a model was expected');
  const report: Report = { ...rest, performance: { ...performance, twoModels: true } };
  const figures = figuresOf(report).flatMap((group) => group.figures);

  it.each(figures.map((figure) => [figure.title, figure] as const))('%s', (_, figure) => {
    const { svg, table } = pictureOf(figure, 'screen', 'light', { report });
    const words = [
      svg.replace(/<[^>]*>/g, ' ').replace(source, ''),
      ...(table?.columns ?? []).map((column) => column.name),
    ];
    const cells = (table?.rows ?? []).flat().filter((cell) => typeof cell === 'string');
    expect([...words, ...cells].filter((text) => /\b(reference|current)\b/i.test(text))).toEqual([]);
  });

  it('keep the ids that they have in any report', () => {
    const plain = figuresOf(reportOf(name)).flatMap((group) => group.figures.map(({ id }) => id));
    expect(figures.map(({ id }) => id)).toEqual(plain);
  });

  it('name the models', () => {
    const all = figures.map((figure) => pictureOf(figure, 'screen', 'light', { report }).svg).join('');
    expect(all).toMatch(/model A[\s\S]*model B/);
    expect(all).toContain('Model A, Pearson');
  });
});
