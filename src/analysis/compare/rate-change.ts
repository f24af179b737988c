import type { RateChange } from '../../facts/document/drift.ts';
import { chiSquareEffective } from '../../stats/compare/categorical/chi-square-effective.ts';
import { fisherExact } from '../../stats/compare/categorical/fisher-exact.ts';
import { commonLevels, tableFromCounts, type FrequencyTable } from '../../stats/describe/frequency-table.ts';
import type { EffectiveSizes } from './methods/numeric-tests.ts';

/** From this ratio of its shares on the change of a level matters, however rare it is. */
const LEAST_RATIO = 2;
/** Below this expected count the chi-square law is too rough. */
const FEW_EXPECTED = 5;

/** The level of the clearest change among those that became at least twice, or at most half, as frequent; null where there is none. */
export function rateChange(
  reference: FrequencyTable,
  current: FrequencyTable,
  effective: EffectiveSizes,
): RateChange | null {
  const common = commonLevels(reference, current);
  const [n, m] = [reference.size, current.size];
  let [levels, clearest] = [0, null as RateChange | null];
  common.levels.forEach((level, i) => {
    const [r, c] = [common.reference[i] ?? 0, common.current[i] ?? 0];
    if (r + c === 0) return;
    levels++;
    if (ratioOf({ r, c, n, m }) < LEAST_RATIO) return;
    const p = chanceOf({ r, c, n, m }, effective);
    if (clearest === null || p.pValue < clearest.pValue)
      clearest = { level, rows: r + c, reference: r / n, current: c / m, ...p };
  });
  if (clearest === null) return null;
  const overLevels = (p: number): number => Math.min(1, p * levels);
  const { pValue, pValueIndependent } = clearest;
  return { ...clearest, pValue: overLevels(pValue), pValueIndependent: overLevels(pValueIndependent) };
}

/** Rows of a level on both sides, of so many. */
interface Rate {
  r: number;
  c: number;
  n: number;
  m: number;
}

/** Of the larger share to the smaller one; half a row stands for none. */
function ratioOf({ r, c, n, m }: Rate): number {
  const [before, after] = [Math.max(r, 0.5) / n, Math.max(c, 0.5) / m];
  return Math.max(before / after, after / before);
}

function chanceOf({ r, c, n, m }: Rate, effective: EffectiveSizes): Pick<RateChange, 'pValue' | 'pValueIndependent'> {
  const table = (count: number, size: number): FrequencyTable =>
    tableFromCounts(['it', 'others'], [count, size - count]);
  const [reference, current] = [table(r, n), table(c, m)];
  const full = chiSquareEffective(reference, current, { n, m });
  const scaled = chiSquareEffective(reference, current, effective);
  if (full.smallestExpected >= FEW_EXPECTED) return { pValue: scaled.pValue, pValueIndependent: full.pValue };
  const exact = fisherExact(reference, current).pValue;
  return { pValue: Math.max(exact, effective.n < n ? scaled.pValue : 0), pValueIndependent: exact };
}
