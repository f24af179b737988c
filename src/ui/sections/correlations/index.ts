import { sideWords } from '../../../report/side-words.ts';
import { words } from '../../../words/words.ts';
import { heatMaps } from '../../figures/heat-maps.ts';
import type { Section } from '../section.ts';
import CorrelationsSection from './CorrelationsSection.svelte';

const { titles } = words.sections;

export const section: Section = {
  id: 'correlations',
  title: titles.correlations,
  appliesTo: () => true,
  component: CorrelationsSection,
  figures: ({ correlations, performance }) => [
    {
      section: titles.correlations,
      figures: correlations.flatMap((matrix) => heatMaps(matrix, sideWords(performance))),
    },
  ],
};
