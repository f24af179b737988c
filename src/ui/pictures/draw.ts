import { flushSync, mount, unmount } from 'svelte';
import type { DrawnFigure } from '../../charts/frame.ts';
import { composePicture, type Draw, type Picture } from '../../charts/picture/compose.ts';
import type { Sheet } from '../../charts/picture/format.ts';
import type { PictureWords } from '../../charts/picture/words.ts';
import type { ThemeName } from '../../charts/palette.ts';
import type { Report } from '../../facts/document/document.ts';
import { propsOf, type ReportFigure } from '../figures/report-figure.ts';
import { words } from '../../words/words.ts';

export interface Ground {
  theme: ThemeName;
  transparent: boolean;
}

/** A figure that is no part of the page: what it says, and a way to draw it at any size. */
export interface Detached extends DrawnFigure {
  draw: Draw;
}

/** Throws what the figure throws. */
export function detach(figure: ReportFigure, report: Report | null): Detached {
  const figureProps = propsOf(figure, report);
  let captured: DrawnFigure | undefined;
  const capture = (drawn: DrawnFigure) => (captured ??= drawn);
  const draw: Draw = (width, height) => {
    const target = document.createElement('div');
    const props = { ...figureProps, width, height, capture };
    const drawn = mount(figure.component, { target, props });
    try {
      flushSync();
      const svg = target.querySelector('svg');
      if (svg === null) throw new Error(words.pictures.noPicture);
      return new XMLSerializer().serializeToString(svg);
    } finally {
      void unmount(drawn);
    }
  };
  draw(640, undefined);
  if (captured === undefined) throw new Error(words.pictures.noDescription);
  return { ...captured, draw };
}

/** What is written around a figure unless someone changes it. */
export const plainWords = (title: string, description: string, source: string): PictureWords => ({
  title,
  subtitle: description,
  source,
  alt: words.pictures.alt(title, description),
});

export const pictureOf = (
  figure: ReportFigure,
  { draw }: Detached,
  words: PictureWords,
  look: Ground & { sheet: Sheet },
) => composePicture(draw, words, look.sheet, { ...look, textBeside: figure.square === true }) satisfies Picture;
