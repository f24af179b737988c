import EffectRankFigure from '../../charts/figures/EffectRankFigure.svelte';
import type { ReportColumn } from '../../report/document.ts';
import { rankedEffects } from './ranked-effects.ts';
import { figureOf, type ReportFigure } from './report-figure.ts';

/** The largest effects; null where there is no order to show. */
export function effectRankFigure(columns: readonly ReportColumn[]): ReportFigure | null {
  const effects = rankedEffects(columns, 20);
  if (effects.length < 2) return null;
  return figureOf({ id: 'drift/effects', title: 'How far each column moved' }, EffectRankFigure, () => ({ effects }));
}
