import type { Snippet } from 'svelte';
import type { RowsAt } from '../facts/slice.ts';
import type { SidesWords } from '../words/en/sides.ts';
import { words } from '../words/words.ts';
import type { Table } from './data.ts';

/** What a figure says of itself when it is drawn for a file. */
export interface DrawnFigure {
  description: string;
  table: () => Table;
}

/** What every figure takes besides its data. */
export interface FrameProps {
  title: string;
  /** The sentence below the title; each figure has one of its own to fall back to. */
  description?: string | undefined;
  /** Names of the sides; those of two periods unless the files hold two models. */
  names?: SidesWords | undefined;
  /** A menu beside the title; is told the width that the figure is drawn for. */
  menu?: Snippet<[width: number]> | undefined;
  /** Is told which rows the reader chose at a place of the figure. */
  onchoose?: ((rows: RowsAt) => void) | undefined;
  /** Makes the figure its `<svg>` alone, without title, cursor and table; is told once what it says. */
  capture?: ((drawn: DrawnFigure) => void) | undefined;
}

export const sideNames = ({ names }: Pick<FrameProps, 'names'>): SidesWords => names ?? words.sides.periods;

export interface SizeProps {
  /** The width a figure is drawn for before it knows its container. */
  width?: number;
  /** The height to fill; as tall as it needs to be without one. */
  height?: number | undefined;
}
