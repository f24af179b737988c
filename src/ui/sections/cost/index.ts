import { words } from '../../../words/words.ts';
import type { Section } from '../section.ts';
import { costFigures } from './cost-figures.ts';
import CostSection from './CostSection.svelte';

const { titles } = words.sections;

export const section: Section = {
  id: 'cost',
  title: titles.cost,
  appliesTo: ({ cost }) => cost !== undefined,
  component: CostSection,
  figures: (report) => {
    const figures = costFigures(report);
    return figures.length === 0 ? [] : [{ section: titles.cost, figures }];
  },
};
