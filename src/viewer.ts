import latin from '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2?inline';
import { mount } from 'svelte';
import './app.css';
import './print.css';
import { paletteCss } from './charts/palette.ts';
import { wordReport } from './report/wording/word-report.ts';
import { readBlock } from './ui/saving/block.ts';
import { keepFocus } from './ui/shell/focus-keeper.ts';
import { Theme } from './ui/shell/theme.svelte.ts';
import Viewer from './ui/viewer/Viewer.svelte';
import { words } from './words/words.ts';

/* The script of a report's own file (tools/build/viewer.ts): it shows the document that the file carries. */
const palette = document.createElement('style');
// The typeface is there once, for the page and for pictures that are saved from it.
palette.textContent = `@font-face { font-family: 'Inter Variable'; font-weight: 100 900; src: url(${latin}) format('woff2'); } ${paletteCss}`;
document.head.prepend(palette);

const target = document.getElementById('app') ?? document.body;
const block = document.getElementById('plumbline-report')?.textContent ?? '';
readBlock(block).then(
  ({ cover, report }) => {
    mount(Viewer, { target, props: { cover, report: wordReport(report), theme: new Theme() } });
    keepFocus(target);
  },
  () => {
    target.textContent = words.app.cover.noReport;
  },
);
