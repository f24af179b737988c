import { words } from '../../../words/words.ts';
import type { Section } from '../section.ts';
import { figuresOfFeatures } from './features/feature-figures.ts';
import { modelFigures } from './model-figures.ts';
import PerformanceSection from './PerformanceSection.svelte';

const { titles } = words.sections;

export const section: Section = {
  id: 'performance',
  title: titles.performance,
  appliesTo: ({ performance }) => performance !== null,
  component: PerformanceSection,
  figures: ({ performance }) =>
    performance?.state === 'measured'
      ? [
          { section: titles.performance, figures: modelFigures(performance) },
          { section: titles.features, figures: figuresOfFeatures(performance) },
        ]
      : [],
};
