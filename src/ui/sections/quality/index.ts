import { words } from '../../../words/words.ts';
import { figuresOfColumns } from '../../figures/column-figures.ts';
import { missingFigure } from '../../figures/missing-figure.ts';
import { isAlone } from '../report-sides.ts';
import type { Section } from '../section.ts';
import QualitySection from './QualitySection.svelte';

const { titles } = words.sections;

export const section: Section = {
  id: 'quality',
  title: titles.quality,
  appliesTo: () => true,
  component: QualitySection,
  figures: (report) => {
    const missing = missingFigure(report.columns);
    return [
      { section: titles.quality, figures: missing ? [missing] : [] },
      // Of two files the columns' figures stand with their drift.
      { section: titles.columns, figures: isAlone(report) ? figuresOfColumns(report.columns) : [] },
    ];
  },
};
