import EffectRankFigure from '../../charts/figures/effects/EffectRankFigure.svelte';
import type { SidesWords } from '../../report/side-words.ts';
import type { ReportColumn } from '../../facts/document.ts';
import { rankedEffects } from './ranked-effects.ts';
import { figureOf, type ReportFigure } from './report-figure.ts';

/** The largest effects; null where there is no order to show. */
export function effectRankFigure(columns: readonly ReportColumn[], words: SidesWords): ReportFigure | null {
  const effects = rankedEffects(columns, 20, words);
  if (effects.length < 2) return null;
  return figureOf({ id: 'drift/effects', title: 'How far each column moved' }, EffectRankFigure, () => ({ effects }));
}
