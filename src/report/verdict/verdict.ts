import type { Amount } from '../../facts/statements/effect-units.ts';
import type { ColumnVerdict, ColumnVerdictValues } from '../../facts/statements/column-verdict.ts';
import type { ColumnDrift } from '../../facts/document/drift.ts';
import type { Yardstick } from '../../facts/document/comparison.ts';
import type { DriftState } from '../../facts/document/verdict.ts';
import type { Move } from '../../facts/statements/moves.ts';

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
export type Judgeable = Pick<ColumnDrift, 'effect' | 'evidence' | 'outliers' | 'minimumDetectableEffect'> &
  Partial<Pick<ColumnDrift, 'identical' | 'calendar' | 'gapBound' | 'yardstick' | 'rateChange' | 'within'>>;

/** Whether a level became at least twice, or at most half, as frequent by more than chance: this matters however rare it is. */
export const rateMatters = ({ rateChange }: Judgeable, { alpha }: Rule): boolean => (rateChange?.qValue ?? 1) < alpha;

/** Whether the rows of both files differ in a rare level by more than as many independent rows would. */
const rareRowsDiffer = ({ rateChange }: Judgeable, { alpha }: Rule): boolean =>
  (rateChange?.qValueIndependent ?? 1) < alpha;

/** Whether the change is large enough to matter: of all rows, or of a rare level. */
const reachesMinimum = (drift: Judgeable, rule: Rule): boolean =>
  drift.effect.value >= rule.minimum || rateMatters(drift, rule) || rareRowsDiffer(drift, rule);

/** Whether what reaches the minimum is more than chance. */
const isBeyondChance = (drift: Judgeable, rule: Rule): boolean =>
  qValueOf(drift) < rule.alpha && (drift.effect.value >= rule.minimum || rateMatters(drift, rule));

/** Whether the effect is the work of a few outlying rows alone. */
export function onlyOutliers({ effect, outliers }: Judgeable, { minimum }: Rule): boolean {
  if (outliers === null || outliers.effectWithout === null || effect.value < minimum) return false;
  return outliers.effectWithout < minimum && outliers.currentShare <= FEW_ROWS;
}

/** Whether a side has too few independent rows for any answer. Stretches of the reference answer without counting rows. */
export const tooFewRows = ({ evidence: { effectiveSize }, yardstick }: Judgeable): boolean =>
  yardstick === undefined && Math.min(effectiveSize.reference, effectiveSize.current) < LEAST_ROWS;

/** Whether rows count as fewer than there are. */
export const rowsDepend = ({ evidence: { rows, effectiveSize }, within }: Judgeable): boolean => {
  const independent = within?.worth ?? rows;
  return effectiveSize.reference < independent.reference || effectiveSize.current < independent.current;
};

/** A size of the change in the unit of the effect. */
export const inUnit = ({ effect: { unit } }: Judgeable, value: number): Amount => ({ value, unit });

/**
 * Whether the rows of both files differ by more than as many independent rows would, all columns together: a fact about
 * these files, where `qValue` speaks of the process behind them.
 */
function rowsDiffer({ evidence }: Judgeable, { alpha }: Rule): boolean {
  const { qValue = 1, qValueIndependent = evidence.pValueIndependent } = evidence;
  return Math.min(qValue, qValueIndependent) < alpha;
}

/**
 * The state of a compared column. `identical` and `calendar` are found by the comparison. `changed`: the evidence holds
 * after correction (q < α), the effect reaches the minimum (or a level became twice or half as frequent, by itself beyond chance), and not by outliers alone. `moved`: the effect does, the rows
 * of both files differ by more than independent rows would, and chance is not excluded, because rows depend on each other
 * or are fewer than ten. `stable`: neither, and a change of the resolution's size would have been seen 4 times in 5.
 * `insufficient`: none of these.
 */
export function driftState(drift: Judgeable, rule: Rule): DriftState {
  if (drift.identical === true) return 'identical';
  if (drift.calendar !== undefined) return 'calendar';
  const { minimumDetectableEffect } = drift;
  if (reachesMinimum(drift, rule) && !onlyOutliers(drift, rule)) {
    if (isBeyondChance(drift, rule) && !tooFewRows(drift)) return 'changed';
    if (rowsDiffer(drift, rule)) return 'moved';
  }
  if (tooFewRows(drift)) return 'insufficient';
  return (minimumDetectableEffect?.value ?? Infinity) <= rule.detectable ? 'stable' : 'insufficient';
}

/** Whether the current data, which cover a part of a cycle, were held against the same part of the reference. */
const isMatched = ({ effect }: Judgeable): boolean => effect.plain !== undefined;

const qValueOf = ({ evidence }: Judgeable): number => evidence.qValue ?? 1;

/** Why the column has its state; `move` says in which way it differs, where that is known. */
export function columnVerdict(drift: Judgeable, state: DriftState, { rule, move }: Saying): ColumnVerdict {
  if (state === 'identical') return { kind: 'identical', values: {} };
  if (state === 'calendar' && drift.calendar !== undefined) return { kind: 'calendar', values: drift.calendar };
  if (state === 'moved') return moved(drift, move);
  const effect = inUnit(drift, drift.effect.value);
  const minimum = inUnit(drift, rule.minimum);
  if (state === 'changed')
    return {
      kind: 'changed',
      values: { effect, minimum, qValue: qValueOf(drift), move, samePhases: isMatched(drift) },
    };
  const smallest = drift.minimumDetectableEffect?.value ?? null;
  const detectable = smallest === null ? null : inUnit(drift, smallest);
  return state === 'insufficient' || detectable === null
    ? unseen(drift, rule, detectable)
    : quiet(drift, rule, detectable);
}

/** Of a column that did not move as far as is seen: how much could have been. */
function unseen(drift: Judgeable, rule: Rule, detectable: Amount | null): ColumnVerdict {
  const { effect, evidence } = drift;
  const values = {
    ...{ effect: inUnit(drift, effect.value), effectiveSize: evidence.effectiveSize, dependent: rowsDepend(drift) },
    ...{ detectable, reaches: reachesMinimum(drift, rule) },
  };
  return { kind: 'insufficient', values };
}

/** Of a stable column: why a change is ruled out. */
function quiet(drift: Judgeable, rule: Rule, detectable: Amount): ColumnVerdict {
  const qValue = qValueOf(drift);
  const effect = inUnit(drift, drift.effect.value);
  if (onlyOutliers(drift, rule)) return outliersAlone(drift);
  if (qValue < rule.alpha)
    return { kind: 'too-small', values: { effect, minimum: inUnit(drift, rule.minimum), qValue } };
  if (effect.value >= rule.minimum) return { kind: 'chance', values: { detectable, qValue } };
  return { kind: 'unchanged', values: { effect, detectable, qValue } };
}

/** What else a sentence about a column is made of. */
export interface Saying {
  rule: Rule;
  move: Move | null;
}

function moved(drift: Judgeable, move: Move | null): ColumnVerdict {
  const { rows, effectiveSize } = drift.evidence;
  const values = {
    ...{ effect: inUnit(drift, drift.effect.value), move, samePhases: isMatched(drift), rows, effectiveSize },
    yardstick: drift.yardstick === undefined ? null : measuredBy(drift.yardstick, drift, move),
    ...{ dependent: rowsDepend(drift), tooFew: tooFewRows(drift) },
  };
  return { kind: 'moved', values };
}

const measuredBy = (
  yardstick: Yardstick,
  drift: Judgeable,
  move: Move | null,
): ColumnVerdictValues['moved']['yardstick'] => ({
  effect: inUnit(drift, yardstick.effect),
  raw: yardstick.raw ?? null,
  time: move !== null && 'time' in move && move.time,
  exceeded: exceeds(drift, yardstick),
});

/** Whether a column moved farther than nearly all stretches of the reference that are as long as the current data. */
export const exceeds = ({ effect }: Judgeable, yardstick: Yardstick): boolean => effect.value > yardstick.effect;

function outliersAlone(drift: Judgeable): ColumnVerdict {
  const { effect, outliers } = drift;
  const values = {
    effect: inUnit(drift, effect.value),
    rows: outliers?.counts.current ?? 0,
    effectWithout: inUnit(drift, outliers?.effectWithout ?? 0),
  };
  return { kind: 'outliers', values };
}
