import { SvelteMap } from 'svelte/reactivity';
import type { PresetName } from '../../charts/picture/format.ts';
import type { PictureWords } from '../../charts/picture/words.ts';
import type { ReportFigure } from '../figures/report-figure.ts';
import type { Report } from '../../facts/document/document.ts';
import { themeShown } from '../shell/theme.svelte.ts';
import type { Ground } from './draw.ts';
import type { Sharpness } from './raster.ts';

export interface PictureOptions extends Ground {
  preset: PresetName;
  sharpness: Sharpness;
}

/** Which figure is being made a picture of, and how pictures are to be; kept until the page is closed. */
export class Pictures {
  /** The figure in the editor, and the width that it has on the screen. */
  edited = $state.raw<{ figure: ReportFigure; width: number } | null>(null);
  gallery = $state(false);
  options = $state<PictureOptions>({ preset: 'blog', sharpness: 2, theme: 'light', transparent: false });
  #chosen = false;
  #words = new WeakMap<Report, SvelteMap<string, Partial<PictureWords>>>();

  /** Pictures look like the screen until someone chooses. */
  #start() {
    if (!this.#chosen) this.options = { ...this.options, theme: themeShown() };
    this.#chosen = true;
  }

  edit(figure: ReportFigure, width: number) {
    this.#start();
    this.edited = { figure, width };
  }

  openGallery() {
    this.#start();
    this.gallery = true;
  }

  /** What was written in place of a figure's own words. */
  wordsOf(report: Report, { id }: ReportFigure): Partial<PictureWords> {
    return this.#words.get(report)?.get(id) ?? {};
  }

  rewrite(report: Report, { id }: ReportFigure, words: Partial<PictureWords>) {
    const texts = this.#words.get(report) ?? new SvelteMap<string, Partial<PictureWords>>();
    this.#words.set(report, texts.set(id, words));
  }
}
