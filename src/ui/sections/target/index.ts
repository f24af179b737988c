import { words } from '../../../words/words.ts';
import type { Section } from '../section.ts';
import { modelColumnsOf } from './model-columns.ts';
import TargetSection from './TargetSection.svelte';

export const section: Section = {
  id: 'target',
  title: words.sections.titles.target,
  appliesTo: (report) => modelColumnsOf(report).length > 0,
  component: TargetSection,
};
