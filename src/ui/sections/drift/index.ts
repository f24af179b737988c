import { sideWords } from '../../../report/side-words.ts';
import { words } from '../../../words/words.ts';
import { figuresOfColumns } from '../../figures/column-figures.ts';
import { effectRankFigure } from '../../figures/effect-rank-figure.ts';
import { isAlone } from '../report-sides.ts';
import type { Section } from '../section.ts';
import DriftSection from './DriftSection.svelte';

const { titles } = words.sections;

export const section: Section = {
  id: 'drift',
  title: titles.drift,
  appliesTo: (report) => !isAlone(report),
  component: DriftSection,
  figures: ({ columns, performance }) => {
    const effects = effectRankFigure(columns, sideWords(performance));
    return [
      { section: titles.drift, figures: effects ? [effects] : [] },
      { section: titles.columns, figures: figuresOfColumns(columns) },
    ];
  },
};
