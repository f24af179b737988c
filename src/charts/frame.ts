import type { Snippet } from 'svelte';
import type { Table } from './data.ts';

/** What a menu beside a figure can act on. */
export interface FigureHandle {
  /** The drawn picture, for `standaloneSvg`; undefined before it is mounted. */
  svg: () => SVGSVGElement | undefined;
  title: string;
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
  menu?: Snippet<[FigureHandle]> | undefined;
}

/** The width a figure is drawn for before it knows its container. */
export interface WidthProp {
  width?: number;
}
