import EffectRankFigure from '../../charts/figures/effects/EffectRankFigure.svelte';
import type { SidesWords } from '../../report/side-words.ts';
import type { ReportColumn } from '../../facts/document/document.ts';
import { words } from '../../words/words.ts';
import { rankedEffects } from './ranked-effects.ts';
import { figureOf, type ReportFigure } from './report-figure.ts';

const MOST = 20;

/** The largest effects; null where there is no order to show. */
export function effectRankFigure(columns: readonly ReportColumn[], names: SidesWords): ReportFigure | null {
  const effects = rankedEffects(columns, MOST, names);
  if (effects.length < 2) return null;
  return figureOf({ id: 'drift/effects', title: words.figures.titles.effects }, EffectRankFigure, () => ({ effects }));
}
