/** The sheet that a figure is laid out on for a file. */
export interface Sheet {
  /** In the pixels that type sizes are meant in: 12 for the labels of a figure. */
  width: number;
  /** As tall as the figure needs it to be without one. */
  height?: number | undefined;
  /** Pixels of the finished picture for each of those. */
  scale: number;
  /** Millimetres of the finished picture, where it is meant for paper. */
  paper?: { width: number; height: number };
}

export type PresetName = 'screen' | 'blog' | 'square' | 'page' | 'column';

const perMillimetre = 96 / 25.4;

/** At 150 dots an inch, so that twice as many are what a printer asks for. */
const onPaper = (width: number, height: number): Sheet => ({
  width: width * perMillimetre,
  height: height * perMillimetre,
  scale: 150 / 96,
  paper: { width, height },
});

/** 640 wide: labels keep their size where a page shows the picture in a column of that width. */
const fixed: Record<Exclude<PresetName, 'screen'>, Sheet> = {
  blog: { width: 640, height: 360, scale: 1.875 },
  square: { width: 540, height: 540, scale: 2 },
  page: onPaper(170, 105),
  column: onPaper(85, 80),
};

/** `shown`: the width that the figure has on the screen. */
export const sheetOf = (preset: PresetName, shown = 640): Sheet =>
  preset === 'screen' ? { width: shown + 2 * margin, scale: 1 } : fixed[preset];

/** Around everything on a sheet. */
export const margin = 20;

/** The pixels of a picture; `height` is that of the sheet as it turned out. */
export const pixelsOf = ({ width, scale }: Sheet, height: number) => ({
  width: Math.round(width * scale),
  height: Math.round(height * scale),
});
