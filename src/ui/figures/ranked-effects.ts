import type { RankedEffect, State } from '../../charts/data.ts';
import type { ReportColumn } from '../../facts/document/document.ts';
import type { DriftState } from '../../facts/document/verdict.ts';
import type { SidesWords } from '../../report/side-words.ts';
import { weight } from '../sections/drift/rows.ts';
import { inUnit } from '../words.ts';

/** Whether a state was found by a test. */
const isTested = (state: DriftState): state is State =>
  state !== 'notTested' && state !== 'identical' && state !== 'calendar';

/** The state by which a figure of the column is coloured: what was not tested is quiet. */
export const figureState = ({ drift }: ReportColumn): State =>
  drift !== null && isTested(drift.state) ? drift.state : 'stable';

/** The largest effects of tested columns, largest first. */
export function rankedEffects(columns: readonly ReportColumn[], limit: number, names: SidesWords): RankedEffect[] {
  return [...columns]
    .sort((a, b) => (weight(b) ?? -1) - (weight(a) ?? -1))
    .flatMap(({ name, drift }) => {
      if (!drift?.effect || !isTested(drift.state)) return [];
      const { value, threshold } = drift.effect;
      return [{ name, effect: value, threshold, state: drift.state, label: inUnit(drift.effect, names) }];
    })
    .slice(0, limit);
}
