import type { Amount } from '../../facts/statements/effect-units.ts';
import type { ColumnVerdict } from '../../facts/statements/column-verdict.ts';
import type { ColumnDrift } from '../../facts/document/drift.ts';
import type { DriftState, Verdict } from '../../facts/document/document.ts';
import type { VerdictSummary } from '../../facts/statements/verdict.ts';

/** What a verdict goes by: the smallest effect that matters, and how coarse a look still is an answer. */
export interface Rule {
  alpha: number;
  minimum: number;
  detectable: number;
}

/** Fewer independent rows than this on a side tell nothing, whatever a test says of them. */
const LEAST_ROWS = 10;
/** A change that lives in at most this share of the current rows, all of them outliers, is no drift of the column. */
const FEW_ROWS = 0.01;

/** What a verdict is made of, as a comparison and as a document have it. */
export type Judgeable = Pick<ColumnDrift, 'effect' | 'evidence' | 'outliers' | 'minimumDetectableEffect'>;

/** Whether the effect is the work of a few outlying rows alone. */
export function onlyOutliers({ effect, outliers }: Judgeable, { minimum }: Rule): boolean {
  if (outliers === null || outliers.effectWithout === null || effect.value < minimum) return false;
  return outliers.effectWithout < minimum && outliers.currentShare <= FEW_ROWS;
}

/** Whether a side has too few independent rows for any answer. */
export const tooFewRows = ({ evidence: { effectiveSize } }: Judgeable): boolean =>
  Math.min(effectiveSize.reference, effectiveSize.current) < LEAST_ROWS;

/** Whether rows count as fewer than there are. */
export const rowsDepend = ({ evidence: { rows, effectiveSize } }: Judgeable): boolean =>
  effectiveSize.reference < rows.reference || effectiveSize.current < rows.current;

/** A size of the change in the unit of the effect. */
export const inUnit = ({ effect: { unit } }: Judgeable, value: number): Amount => ({ value, unit });

/**
 * The state of a tested column. `changed`: the evidence holds after correction (q < α), the effect reaches the minimum,
 * and not by outliers alone. `stable`: not changed, and a change of the resolution's size would have been seen 4 times
 * in 5. `insufficient`: neither, or fewer than ten independent rows on a side.
 */
export function driftState(drift: Judgeable, rule: Rule): DriftState {
  const { effect, evidence, minimumDetectableEffect } = drift;
  if (tooFewRows(drift)) return 'insufficient';
  const q = evidence.qValue ?? 1;
  if (q < rule.alpha && effect.value >= rule.minimum && !onlyOutliers(drift, rule)) return 'changed';
  return (minimumDetectableEffect?.value ?? Infinity) <= rule.detectable ? 'stable' : 'insufficient';
}

/** Why the column has its state. */
export function columnVerdict(drift: Judgeable, state: DriftState, rule: Rule): ColumnVerdict {
  const effect = inUnit(drift, drift.effect.value);
  const minimum = inUnit(drift, rule.minimum);
  const qValue = drift.evidence.qValue ?? 1;
  if (state === 'changed') return { kind: 'changed', values: { effect, minimum, qValue } };
  const minimumEffect = drift.minimumDetectableEffect?.value ?? null;
  const detectable = minimumEffect === null ? null : inUnit(drift, minimumEffect);
  if (state === 'insufficient' || detectable === null) {
    const { effectiveSize } = drift.evidence;
    return { kind: 'insufficient', values: { effectiveSize, dependent: rowsDepend(drift), detectable } };
  }
  if (onlyOutliers(drift, rule)) return outliersAlone(drift);
  if (qValue < rule.alpha) return { kind: 'too-small', values: { effect, minimum, qValue } };
  if (effect.value >= rule.minimum) return { kind: 'chance', values: { detectable, qValue } };
  return { kind: 'unchanged', values: { effect, detectable, qValue } };
}

function outliersAlone(drift: Judgeable): ColumnVerdict {
  const { effect, outliers } = drift;
  const values = {
    effect: inUnit(drift, effect.value),
    rows: outliers?.counts.current ?? 0,
    effectWithout: inUnit(drift, outliers?.effectWithout ?? 0),
  };
  return { kind: 'outliers', values };
}

/** A column as the sentence about the data set needs it. */
export interface Judged {
  name: string;
  state: DriftState;
  /** Effect in units of its minimum, to rank columns of different kinds. */
  strength: number;
}

/** The verdict on the whole before it is put into words. */
export type Overall = Pick<Verdict, 'state' | 'counts'> & { summary: VerdictSummary };

/** The verdict on the whole: changed when any column has, insufficient when none could be called either way. */
export function overallVerdict(columns: readonly Judged[]): Overall {
  const countOf = (state: DriftState): number => columns.filter((column) => column.state === state).length;
  const counts = {
    changed: countOf('changed'),
    stable: countOf('stable'),
    insufficient: countOf('insufficient'),
    notTested: countOf('notTested'),
  };
  const { changed, stable, insufficient } = counts;
  const tested = changed + stable + insufficient;
  if (tested === 0) return { state: 'notTested', summary: { kind: 'nothing-compared', values: {} }, counts };
  if (changed > 0) {
    const [mostChanged] = columns.filter(({ state }) => state === 'changed').sort((a, b) => b.strength - a.strength);
    const values = { changed, tested, most: mostChanged?.name ?? '' };
    return { state: 'changed', summary: { kind: 'changed', values }, counts };
  }
  if (stable > 0) {
    return { state: 'stable', summary: { kind: 'stable', values: { stable, tested, insufficient } }, counts };
  }
  return { state: 'insufficient', summary: { kind: 'insufficient', values: { tested } }, counts };
}
