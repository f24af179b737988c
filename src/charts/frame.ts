import type { Snippet } from 'svelte';
import type { SideNames, Table } from './data.ts';

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
  format?: ((value: number) => string) | undefined;
  locale?: string | undefined;
  /** "reference" and "current" unless the files are something else, two models for instance. */
  names?: SideNames | undefined;
  /** A menu beside the title; is told the width that the figure is drawn for. */
  menu?: Snippet<[width: number]> | undefined;
  /** Makes the figure its `<svg>` alone, without title, cursor and table; is told once what it says. */
  capture?: ((drawn: DrawnFigure) => void) | undefined;
}

export interface SizeProps {
  /** The width a figure is drawn for before it knows its container. */
  width?: number;
  /** The height to fill; as tall as it needs to be without one. */
  height?: number | undefined;
}
