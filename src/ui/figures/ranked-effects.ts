import type { RankedEffect } from '../../charts/data.ts';
import type { ReportColumn } from '../../facts/document/document.ts';
import type { SidesWords } from '../../report/side-words.ts';
import { weight } from '../sections/drift/rows.ts';
import { inUnit } from '../words.ts';

/** The largest effects of tested columns, largest first. */
export function rankedEffects(columns: readonly ReportColumn[], limit: number, names: SidesWords): RankedEffect[] {
  return [...columns]
    .sort((a, b) => (weight(b) ?? -1) - (weight(a) ?? -1))
    .flatMap(({ name, drift }) => {
      if (!drift?.effect || drift.state === 'notTested') return [];
      const { value, threshold } = drift.effect;
      return [{ name, effect: value, threshold, state: drift.state, label: inUnit(drift.effect, names) }];
    })
    .slice(0, limit);
}
