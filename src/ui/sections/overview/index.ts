import { words } from '../../../words/words.ts';
import type { Section } from '../section.ts';
import Overview from './Overview.svelte';

export const section: Section = {
  id: 'overview',
  title: words.sections.titles.overview,
  appliesTo: () => true,
  component: Overview,
};
