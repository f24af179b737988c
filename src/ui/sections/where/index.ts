import { words } from '../../../words/words.ts';
import type { Section } from '../section.ts';
import { segmentFigure, segmentsOverTime } from './segment-figures.ts';
import WhereSection from './WhereSection.svelte';

const { titles } = words.sections;

export const section: Section = {
  id: 'where',
  title: titles.where,
  appliesTo: ({ where }) => Boolean(where?.search ?? where?.segments ?? where?.mix),
  component: WhereSection,
  figures: (report) => {
    const figure = segmentFigure(report);
    return figure === null ? [] : [{ section: titles.where, figures: [figure, ...segmentsOverTime(report)] }];
  },
};
