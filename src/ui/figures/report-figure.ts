import type { Component } from 'svelte';
import type { FrameProps, SizeProps } from '../../charts/frame.ts';
import type { Report } from '../../facts/document/document.ts';
import { sideWords } from '../../report/side-words.ts';

/** A figure of a report: what draws it, and with what. Sections and the gallery show the same ones. */
export interface ReportFigure {
  /** Its own within the report, and the same whenever the report is shown. */
  id: string;
  title: string;
  /** About as high as it is wide, whatever room it is given. */
  square?: boolean;
  component: Component<FrameProps & SizeProps>;
  /** Made when it is drawn, by `propsOf`. */
  props: () => object;
}

/** Figures under one heading of the gallery. */
export interface FigureGroup {
  section: string;
  figures: ReportFigure[];
}

type OwnProps<Props> = Omit<Props, Exclude<keyof (FrameProps & SizeProps), 'description'>>;

interface Naming {
  id: string;
  title: string;
  square?: boolean;
}

/** A figure whose data fit the component that draws it. */
export const figureOf = <Props extends FrameProps>(
  naming: Naming,
  component: Component<Props>,
  props: () => OwnProps<Props>,
): ReportFigure => ({ ...naming, component: component as unknown as ReportFigure['component'], props });

/** What a figure is given wherever it is drawn: its own data, its title, and what the report's files are called. */
export const propsOf = ({ props, title }: ReportFigure, report: Report | null) => ({
  ...props(),
  title,
  names: sideWords(report?.performance),
});
