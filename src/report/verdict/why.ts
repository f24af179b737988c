import type { DriftState } from '../../facts/document/verdict.ts';
import type { ReasonStatement, ReasonValues } from '../../facts/statements/reasons.ts';
import { quote } from '../../facts/statements/statement.ts';
import {
  driftState,
  exceeds,
  inUnit,
  onlyOutliers,
  rateMatters,
  rowsDepend,
  tooFewRows,
  type Judgeable,
  type Rule,
} from './verdict.ts';

/** From this q-value on, a looser α is no way to another verdict. */
const CHANCE = 0.2;

/** The rule that gave a column its state, as a chain of steps with numbers; the last says what would have to be different. None where nothing was tested. */
export const why = (drift: Judgeable, state: DriftState, rule: Rule): ReasonStatement[] =>
  state === 'identical' || state === 'calendar'
    ? []
    : [
        effectStep(drift, rule),
        ...withinStep(drift),
        ...rateStep(drift, rule),
        evidenceStep(drift, rule),
        ...sizesStep(drift),
        ...yardstickStep(drift),
        ...outliersStep(drift, rule),
        ...binsStep(drift, state, rule),
        ...worthStep(drift, state, rule),
        ...resolutionStep(drift, rule),
        { kind: 'counterfactual', values: counterfactual(drift, state, rule), supportsChange: null },
      ];

function effectStep(drift: Judgeable, { minimum }: Rule): ReasonStatement {
  const { value } = drift.effect;
  const reaches = value >= minimum;
  const values = { effect: inUnit(drift, value), minimum: inUnit(drift, minimum), reaches };
  return { kind: 'effect', values, supportsChange: reaches };
}

function withinStep(drift: Judgeable): ReasonStatement[] {
  const { within } = drift;
  if (within === undefined) return [];
  const { columns, strata, leftOut, whole } = within;
  const effect = inUnit(drift, drift.effect.value);
  const values = { columns, strata, leftOut, effect, whole: { value: whole.value, unit: whole.unit } };
  return [{ kind: 'within', values, supportsChange: null }];
}

function rateStep(drift: Judgeable, rule: Rule): ReasonStatement[] {
  const { rateChange } = drift;
  if (rateChange === undefined || !rateMatters(drift, rule)) return [];
  const { level, rows, reference: before, current: after, qValue = 1 } = rateChange;
  return [{ kind: 'rate', values: { level: quote(level, rows), before, after, qValue }, supportsChange: true }];
}

function evidenceStep({ evidence: { pValue, qValue = 1 } }: Judgeable, { alpha }: Rule): ReasonStatement {
  const holds = qValue < alpha;
  return { kind: 'evidence', values: { pValue, qValue, alpha, holds }, supportsChange: holds };
}

function sizesStep(drift: Judgeable): ReasonStatement[] {
  const { rows, effectiveSize, pValueIndependent } = drift.evidence;
  const [tooFew, dependent] = [tooFewRows(drift), rowsDepend(drift)];
  if (!tooFew && !dependent) return [];
  return [
    { kind: 'sizes', values: { rows, effectiveSize, pValueIndependent, dependent, tooFew }, supportsChange: null },
  ];
}

function yardstickStep(drift: Judgeable): ReasonStatement[] {
  const { yardstick } = drift;
  if (yardstick === undefined) return [];
  const exceeded = exceeds(drift, yardstick);
  const values = { effect: inUnit(drift, yardstick.effect), windows: yardstick.windows, exceeded };
  return [{ kind: 'yardstick', values, supportsChange: exceeded }];
}

function outliersStep(drift: Judgeable, rule: Rule): ReasonStatement[] {
  const { effect, outliers } = drift;
  if (outliers === null || outliers.effectWithout === null || effect.value < rule.minimum) return [];
  const { low, high } = outliers;
  const outliersOnly = onlyOutliers(drift, rule);
  const values = { low, high, effectWithout: inUnit(drift, outliers.effectWithout), alone: outliersOnly };
  return [{ kind: 'outliers', values, supportsChange: !outliersOnly }];
}

function binsStep(drift: Judgeable, state: DriftState, rule: Rule): ReasonStatement[] {
  const { effect, gapBound } = drift;
  if (effect.atMost === undefined || gapBound === undefined) return [];
  const values = {
    ...{ effect: inUnit(drift, effect.value), atMost: inUnit(drift, effect.atMost) },
    ...{ gap: gapBound.value, gapAtMost: gapBound.atMost },
    coarse: withinBins(drift).some((alternative) => driftState(alternative, rule) !== state),
  };
  return [{ kind: 'bins', values, supportsChange: null }];
}

/** What else the bins leave open: a larger effect, of all values or of those between the fences. */
function withinBins(drift: Judgeable): Judgeable[] {
  const { effect, outliers } = drift;
  const larger = { ...drift, effect: { ...effect, value: effect.atMost ?? effect.value } };
  if (outliers?.effectWithoutAtMost === undefined) return [larger];
  const kept = { ...outliers, effectWithout: outliers.effectWithoutAtMost };
  return [larger, { ...drift, outliers: kept }, { ...larger, outliers: kept }];
}

function worthStep(drift: Judgeable, state: DriftState, rule: Rule): ReasonStatement[] {
  const { evidence } = drift;
  const { pValue, qValue = 1, pValueBounds } = evidence;
  if (pValueBounds === undefined) return [];
  const { doubled, halved } = pValueBounds;
  // The correction makes of a p-value nearby as much more as of this one.
  const corrected = (p: number): number => (pValue > 0 ? Math.min(1, (p * qValue) / pValue) : p);
  const decides = [doubled, halved].some(
    (p) => driftState({ ...drift, evidence: { ...evidence, qValue: corrected(p) } }, rule) !== state,
  );
  return [{ kind: 'worth', values: { doubled, halved, decides }, supportsChange: null }];
}

function resolutionStep(drift: Judgeable, { detectable }: Rule): ReasonStatement[] {
  if (drift.minimumDetectableEffect === undefined) return [];
  const { value } = drift.minimumDetectableEffect;
  const values = {
    detectable: value === null ? null : inUnit(drift, value),
    needed: inUnit(drift, detectable),
    enough: value !== null && value <= detectable,
  };
  return [{ kind: 'resolution', values, supportsChange: null }];
}

function counterfactual(drift: Judgeable, state: DriftState, rule: Rule): ReasonValues['counterfactual'] {
  if (state === 'changed') return { change: 'larger-minimum', effect: inUnit(drift, drift.effect.value) };
  if (state === 'moved') return forCertainty(drift, rule);
  if (state === 'insufficient') return { change: 'more-rows', rows: drift.minimumDetectableEffect?.rowsNeeded ?? 0 };
  return onlyOutliers(drift, rule) ? { change: 'other-rows' } : forChange(drift, rule);
}

/** A stable column: the settings by which it would have changed. */
function forChange(drift: Judgeable, rule: Rule): ReasonValues['counterfactual'] {
  const effect = inUnit(drift, drift.effect.value);
  const q = drift.evidence.qValue ?? 1;
  if (q < rule.alpha) return { change: 'smaller-minimum', effect };
  if (q >= CHANCE) return { change: 'nothing' };
  if (effect.value >= rule.minimum) return { change: 'larger-alpha', alpha: q };
  return { change: 'smaller-minimum-and-larger-alpha', effect, alpha: q };
}

/** A moved column: rows enough to see such a change, or evidence from elsewhere. */
function forCertainty(drift: Judgeable, { detectable }: Rule): ReasonValues['counterfactual'] {
  const { effect, yardstick, minimumDetectableEffect } = drift;
  const byRows = yardstick === undefined && minimumDetectableEffect !== undefined && effect.value >= detectable;
  return byRows ? { change: 'more-rows', rows: minimumDetectableEffect.rowsNeeded } : { change: 'evidence' };
}
