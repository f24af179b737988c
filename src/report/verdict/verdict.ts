import { comparedAs } from '../../facts/methods.ts';
import type { ColumnDrift } from '../../facts/results.ts';
import type { DriftState, Verdict } from '../../facts/document.ts';
import { count, counted, number, share, significance } from '../words.ts';

/** What a verdict goes by: the smallest effect that matters, and how coarse a look still is an answer. */
export interface Rule {
  alpha: number;
  floor: number;
  resolution: number;
}

/** Fewer independent rows than this on a side tell nothing, whatever a test says of them. */
const LEAST_ROWS = 10;
/** A change that lives in at most this share of the current rows, all of them outliers, is no drift of the column. */
const FEW_ROWS = 0.01;

/** Whether the effect is the work of a few outlying rows alone. */
export function onlyOutliers({ effect, outliers }: ColumnDrift, { floor }: Rule): boolean {
  if (outliers === null || outliers.effectWithout === null || effect.value < floor) return false;
  return outliers.effectWithout < floor && outliers.currentShare <= FEW_ROWS;
}

/** Whether a side has too few independent rows for any answer. */
export const tooFewRows = ({ evidence: { effectiveSize } }: ColumnDrift): boolean =>
  Math.min(effectiveSize.reference, effectiveSize.current) < LEAST_ROWS;

/**
 * The state of a tested column. `changed`: the evidence holds after correction (q < α), the effect reaches the floor,
 * and not by outliers alone. `stable`: not changed, and a change of the resolution's size would have been seen 4 times
 * in 5. `insufficient`: neither, or fewer than ten independent rows on a side.
 */
export function driftState(drift: ColumnDrift, rule: Rule): DriftState {
  const { effect, evidence, smallestDetectable } = drift;
  if (tooFewRows(drift)) return 'insufficient';
  const q = evidence.qValue ?? 1;
  if (q < rule.alpha && effect.value >= rule.floor && !onlyOutliers(drift, rule)) return 'changed';
  return (smallestDetectable?.value ?? Infinity) <= rule.resolution ? 'stable' : 'insufficient';
}

/** Why the column has its state, as one sentence with its numbers. */
export function driftText(drift: ColumnDrift, state: DriftState, rule: Rule): string {
  const { effect, evidence, smallestDetectable } = drift;
  const amount = inUnit(effect, effect.value);
  const floor = inUnit(effect, rule.floor);
  const q = significance('q', evidence.qValue ?? 1);
  if (state === 'changed') return `Changed by ${amount}, more than the ${floor} that matters; not chance (${q}).`;
  if (state === 'insufficient') return insufficientText(drift);
  if (onlyOutliers(drift, rule)) return outlierText(drift);
  const seen = inUnit(effect, smallestDetectable?.value ?? Infinity);
  const detectable = (evidence.qValue ?? 1) < rule.alpha;
  if (detectable) return `Detectable (${q}), but at ${amount} smaller than the ${floor} that matters.`;
  if (effect.value >= rule.floor) return `No change beyond chance (${q}); one of ${seen} or more would have been seen.`;
  return `No change seen (${amount}, ${q}); one of ${seen} or more would have been.`;
}

function insufficientText({ effect, evidence, smallestDetectable }: ColumnDrift): string {
  const { effectiveSize, rows } = evidence;
  const dependent = effectiveSize.reference < rows.reference || effectiveSize.current < rows.current;
  const noun = dependent ? 'independent rows’ worth of values' : 'values';
  const sizes = `${count(effectiveSize.reference)} and ${count(effectiveSize.current)} ${noun}`;
  const least = smallestDetectable?.value ?? null;
  const limit = least === null ? 'no change' : `only a change of ${inUnit(effect, least)} or more`;
  return `Not enough data to say: with ${sizes}, ${limit} would be seen 4 times in 5.`;
}

function outlierText({ effect, outliers }: ColumnDrift): string {
  const rows = counted(outliers?.counts.current ?? 0, 'outlying row');
  const rest = inUnit(effect, outliers?.effectWithout ?? 0);
  return `Outliers, not drift: the ${inUnit(effect, effect.value)} come from ${rows}; without outliers it is ${rest}.`;
}

/** A size of an effect in the unit that people read. */
export function inUnit(effect: ColumnDrift['effect'], value: number): string {
  if (comparedAs(effect) === 'categorical') return `${share(value)} of rows`;
  return effect.unit === 'reference standard deviations' ? `${number(value)} σ` : `${number(value)} ${effect.unit}`;
}

/** A column as the sentence about the data set needs it. */
export interface Judged {
  name: string;
  state: DriftState;
  /** Effect in units of its floor, to rank columns of different kinds. */
  strength: number;
}

/** The verdict on the whole: changed when any column has, insufficient when none could be called either way. */
export function overallVerdict(columns: readonly Judged[]): Verdict {
  const of = (state: DriftState): number => columns.filter((column) => column.state === state).length;
  const counts = {
    changed: of('changed'),
    stable: of('stable'),
    insufficient: of('insufficient'),
    notTested: of('notTested'),
  };
  const tested = counts.changed + counts.stable + counts.insufficient;
  if (tested === 0) return { state: 'notTested', summary: 'No column could be compared.', counts };
  if (counts.changed > 0) {
    const [most] = columns.filter(({ state }) => state === 'changed').sort((a, b) => b.strength - a.strength);
    const verb = counts.changed === 1 ? 'has' : 'have';
    const summary = `${count(counts.changed)} of ${counted(tested, 'column')} ${verb} changed, “${most?.name ?? ''}” the most.`;
    return { state: 'changed', summary, counts };
  }
  if (counts.stable > 0) {
    const unsure =
      counts.insufficient === 0
        ? ''
        : ` For ${counted(counts.insufficient, 'column')} there is not enough data to say.`;
    return {
      state: 'stable',
      summary: `No change in ${count(counts.stable)} of ${counted(tested, 'column')}.${unsure}`,
      counts,
    };
  }
  return {
    state: 'insufficient',
    summary: `Not enough data to say whether any of ${counted(tested, 'column')} has changed.`,
    counts,
  };
}
