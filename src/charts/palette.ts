/**
 * Colours by what they mean. Marks paint with `var(--pl-…, light value)`, so a theme is a set of custom properties and a
 * picture without any theme is a light one. Marks reach 3:1 and texts 4.5:1 against the surface (WCAG 1.4.11, 1.4.3);
 * the two files differ in lightness and along blue–yellow, which every common colour blindness keeps.
 */

import { darkDiverging, divergingTones, lightDiverging, type DivergingColours } from './diverging.ts';

/** The ends of the diverging scale carry the signs of a difference elsewhere. */
const signs = (colours: DivergingColours) => {
  const tones = divergingTones(colours);
  return { positive: tones['diverging-16'], negative: tones['diverging-0'], ...tones };
};

const light = {
  surface: '#ffffff',
  ink: '#1c2430',
  'ink-2': '#566171',
  line: '#dde1e6',
  reference: '#5d7b98',
  'reference-text': '#4a6885',
  current: '#d4660a',
  'current-text': '#a94e00',
  changed: '#b3243f',
  moved: '#8a6a00',
  ...signs(lightDiverging),
};

export type Tone = keyof typeof light;
export type Theme = Record<Tone, string>;

const dark: Theme = {
  surface: '#14181f',
  ink: '#e9ecf0',
  'ink-2': '#a4aebb',
  line: '#303845',
  reference: '#86a5c3',
  'reference-text': '#9db8d1',
  current: '#ee9240',
  'current-text': '#f3a45f',
  changed: '#ff8091',
  moved: '#e0be4a',
  ...signs(darkDiverging),
};

export const themes: Record<'light' | 'dark', Theme> = { light, dark };

export type ThemeName = keyof typeof themes;

const tones = Object.keys(light) as Tone[];

/** What a mark writes into `fill` and `stroke`. */
export const paint = Object.fromEntries(tones.map((tone) => [tone, `var(--pl-${tone}, ${light[tone]})`])) as Theme;

/** The tone of a text that names or belongs to a file. */
export const textTone = { reference: 'reference-text', current: 'current-text' } as const;

const declarations = (theme: Theme) => tones.map((tone) => `--pl-${tone}: ${theme[tone]};`).join(' ');

/** A style sheet for the page: the reader's setting unless `data-theme` on the root says "light" or "dark"; print is light. */
export const paletteCss = `
:root { ${declarations(light)} }
@media screen and (prefers-color-scheme: dark) { :root:not([data-theme='light']) { ${declarations(dark)} } }
@media screen { :root[data-theme='dark'] { ${declarations(dark)} } }
`;

/** Markup with every `var(--pl-…)` replaced by its value: for files, which carry no style sheet. */
export function resolvePaint(markup: string, theme: Theme): string {
  return markup.replace(/var\(--pl-([a-z0-9-]+)(?:,\s*([^()]*))?\)/g, (whole, name: string, fallback?: string) =>
    name in theme ? theme[name as Tone] : (fallback ?? whole).trim(),
  );
}
