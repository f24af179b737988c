import { words } from '../../../words/words.ts';
import type { Section } from '../section.ts';
import DataSection from './DataSection.svelte';

export const section: Section = {
  id: 'data',
  title: words.sections.titles.data,
  appliesTo: () => true,
  component: DataSection,
};
