import { words } from '../../../words/words.ts';
import type { Section } from '../section.ts';
import { mixFigure, segmentFigure, segmentsOverTime } from './segment-figures.ts';
import WhereSection from './WhereSection.svelte';

const { titles } = words.sections;

export const section: Section = {
  id: 'where',
  title: titles.where,
  appliesTo: ({ where }) => Boolean(where?.search ?? where?.segments ?? where?.mix),
  component: WhereSection,
  figures: (report) => {
    const figures = [segmentFigure(report), ...segmentsOverTime(report), mixFigure(report)];
    const drawn = figures.filter((figure) => figure !== null);
    return drawn.length === 0 ? [] : [{ section: titles.where, figures: drawn }];
  },
};
