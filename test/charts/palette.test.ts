import { describe, expect, it } from 'vitest';
import { BUCKETS } from '../../src/charts/diverging.ts';
import { bucketPaint } from '../../src/charts/figures/heat-map/heat-scale.ts';
import { paint, paletteCss, resolvePaint, themes, type Theme, type Tone } from '../../src/charts/palette.ts';
import { composePicture, type PictureLook } from '../../src/charts/picture/compose.ts';
import { sheetOf } from '../../src/charts/picture/format.ts';
import { wellFormed } from './golden.ts';

type Rgb = [number, number, number];

const rgb = (hex: string): Rgb => [1, 3, 5].map((i) => parseInt(hex.slice(i, i + 2), 16) / 255) as Rgb;
const linear = (colour: Rgb): Rgb =>
  colour.map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)) as Rgb;
const luminance = (colour: Rgb) => {
  const [r, g, b] = linear(colour);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
/** WCAG 2.2 contrast ratio. */
const contrast = (a: Rgb, b: Rgb) => {
  const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (high + 0.05) / (low + 0.05);
};
const mixed = (below: Rgb, above: Rgb, opacity: number): Rgb =>
  below.map((v, i) => v * (1 - opacity) + (above[i] as number) * opacity) as Rgb;

/** Machado, Oliveira & Fernandes 2009, severity 1, on linear light. */
const blindness: Record<string, [Rgb, Rgb, Rgb]> = {
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

/** CIE 1976 L*a*b* of linear light, D65. */
function lab([r, g, b]: Rgb): Rgb {
  const f = (t: number) => (t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16 / 116);
  const x = f((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.9505);
  const y = f(0.2126 * r + 0.7152 * g + 0.0722 * b);
  const z = f((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.089);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}
const seen = (hex: string, kind: string): Rgb => {
  const light = linear(rgb(hex));
  const rows = blindness[kind];
  return lab(rows ? (rows.map((row) => row.reduce((sum, w, i) => sum + w * (light[i] as number), 0)) as Rgb) : light);
};
const difference = (a: Rgb, b: Rgb) => Math.hypot(...a.map((v, i) => v - (b[i] as number)));

describe.each(Object.entries(themes))('%s theme', (_, theme: Theme) => {
  const surface = rgb(theme.surface);

  it.each(['reference', 'current', 'changed', 'ink-2', 'positive', 'negative'] as Tone[])('mark %s ≥ 3:1', (tone) => {
    expect(contrast(rgb(theme[tone]), surface)).toBeGreaterThanOrEqual(3);
  });

  it.each(['ink', 'ink-2', 'reference-text', 'current-text', 'changed'] as Tone[])('text %s ≥ 4.5:1', (tone) => {
    expect(contrast(rgb(theme[tone]), surface)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(BUCKETS)('text on cell colour %i ≥ 4.5:1', (bucket) => {
    const { tone, opacity, text } = bucketPaint(bucket);
    expect(contrast(mixed(surface, rgb(theme[tone]), opacity), rgb(theme[text]))).toBeGreaterThanOrEqual(4.5);
  });

  it.each(['full colour vision', ...Object.keys(blindness)])('the two files and the two signs differ in %s', (kind) => {
    expect(difference(seen(theme.reference, kind), seen(theme.current, kind))).toBeGreaterThan(25);
    expect(difference(seen(theme.positive, kind), seen(theme.negative, kind))).toBeGreaterThan(25);
  });
});

describe('resolvePaint', () => {
  it('puts values for properties and leaves what it does not know', () => {
    expect(resolvePaint(`<a fill="${paint['ink-2']}"/>`, themes.dark)).toBe(`<a fill="${themes.dark['ink-2']}"/>`);
    expect(resolvePaint('var(--pl-other, red) var(--pl-more) var(--x)', themes.light)).toBe(
      'red var(--pl-more) var(--x)',
    );
  });

  it('has both themes in the style sheet', () => {
    for (const theme of Object.values(themes)) expect(paletteCss).toContain(`--pl-reference: ${theme.reference};`);
  });
});

describe('composePicture', () => {
  const svg = '<!--[--><svg viewBox="0 0 300 100" class="s-1"><text>a&nbsp;b</text></svg>';
  const words = { title: 'a', subtitle: 'x', source: 'y', alt: 'z' };
  const compose = (more: Partial<typeof words>, look: PictureLook = { theme: 'light' }) =>
    composePicture(() => svg, { ...words, ...more }, sheetOf('screen', 300), look).svg;

  it('is well-formed whatever the names hold', () => {
    const file = compose({ title: 'a < b & "INK" </svg>', alt: '\u0000</desc>' }, { theme: 'dark' });
    expect(wellFormed(file)).toBe(true);
    expect(file).toContain('a &lt; b &amp; &quot;INK&quot;');
    expect(file).not.toMatch(/class=|<!--|nbsp/);
    expect(file).toContain(themes.dark.surface);
  });

  it('breaks long lines and grows with them', () => {
    const height = (subtitle: string) => Number(/height="(\d+)"/.exec(compose({ subtitle }))?.[1]);
    expect(height('word '.repeat(40))).toBeGreaterThan(height('word') + 60);
  });
});
