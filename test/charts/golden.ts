import { render } from 'svelte/server';
import type { Component } from 'svelte';
import { expect } from 'vitest';
import type { ThemeName } from '../../src/charts/palette.ts';
import { composePicture } from '../../src/charts/picture/compose.ts';
import { sheetOf } from '../../src/charts/picture/format.ts';

/** The picture of a component as the page would hold it. */
export function renderSvg<Props extends Record<string, unknown>>(component: Component<Props>, props: Props): string {
  const { body } = render(component as Component, { props });
  const svg = /<svg[\s\S]*?<\/svg>/.exec(body)?.[0];
  if (svg === undefined) throw new Error(`no <svg> in: ${body}`);
  return svg;
}

/** A file that opens in any browser: standalone, numbers rounded, one tag per line. */
export function goldenSvg(svg: string, theme: ThemeName): string {
  const title = textOf(svg, 'title');
  const subtitle = textOf(svg, 'desc');
  const words = { title, subtitle, source: 'Plumbline · steel plant sample', alt: subtitle };
  const width = Number(/viewBox="0 0 ([\d.]+)/.exec(svg)?.[1]);
  return goldenText(composePicture(() => svg, words, sheetOf('screen', width), { theme }).svg);
}

/** Numbers rounded, one tag a line. */
export function goldenText(file: string, digits = 2): string {
  const long = new RegExp(`(?<=<[^<>]*="[^"<>]*)-?\\d+\\.\\d{${String(digits + 1)},}(?=[^"<>]*")`, 'g');
  const factor = 10 ** digits;
  const rounded = (number: string) => String(Math.round(Number(number) * factor) / factor);
  return `${file.replace(long, rounded).replace(/></g, '>\n<')}\n`;
}

export async function expectGolden(name: string, svg: string, theme: ThemeName = 'light'): Promise<void> {
  const file = goldenSvg(svg, theme);
  expect(wellFormed(file)).toBe(true);
  await expect(file).toMatchFileSnapshot(`goldens/${name}.svg`);
}

const textOf = (svg: string, tag: string) =>
  (new RegExp(`<${tag}[^>]*>([^<]*)</${tag}>`).exec(svg)?.[1] ?? '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');

/** Tags are balanced, attributes quoted, and no character stands where XML forbids it. */
export function wellFormed(xml: string): boolean {
  const open: string[] = [];
  const rest = xml.replace(
    /<(\/?)([\w:-]+)((?:\s+[\w:-]+="[^"<]*")*)\s*(\/?)>/g,
    (_, close: string, ...[name, , empty]: string[]) => {
      if (close === '') return empty === '' ? (open.push(name ?? ''), '') : '';
      return open.pop() === name ? '' : '<';
    },
  );
  // eslint-disable-next-line no-control-regex -- these are what XML 1.0 cannot hold
  return open.length === 0 && !/[<\u0000-\u0008\u000b\u000c\u000e-\u001f]|&(?!amp;|lt;|gt;|quot;|#\d+;)/.test(rest);
}
