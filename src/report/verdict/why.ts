import type { ColumnDrift } from '../../facts/results.ts';
import type { DriftState, Reason } from '../../facts/document.ts';
import { inUnit, onlyOutliers, tooFewRows, type Rule } from './verdict.ts';
import { count, number, significance } from '../words.ts';

/** From this q-value on, a looser α is no way to another verdict. */
const CHANCE = 0.2;

/** The rule that gave a column its state, as a chain of facts with numbers, and what would have to be different. */
export function why(drift: ColumnDrift, state: DriftState, rule: Rule): Reason[] {
  return [
    size(drift, rule),
    evidence(drift, rule),
    ...worth(drift),
    ...outlying(drift, rule),
    ...sight(drift, rule),
    { text: otherwise(drift, state, rule), forChange: null },
  ];
}

function size({ effect }: ColumnDrift, { floor }: Rule): Reason {
  const reaches = effect.value >= floor;
  const words = reaches ? 'reaches' : 'stays under';
  const text = `Effect: ${inUnit(effect, effect.value)} ${words} the ${inUnit(effect, floor)} that matters.`;
  return { text, forChange: reaches };
}

function evidence({ evidence: { pValue, qValue = 1 } }: ColumnDrift, { alpha }: Rule): Reason {
  const holds = qValue < alpha;
  const p = significance('p', pValue);
  const q = significance('q', qValue);
  const text = `Evidence: ${p}; corrected for the number of columns ${q}, ${holds ? 'below' : 'not below'} ${number(alpha)}.`;
  return { text, forChange: holds };
}

function worth(drift: ColumnDrift): Reason[] {
  const { rows, effectiveSize, pValueIndependent } = drift.evidence;
  const few = tooFewRows(drift);
  if (effectiveSize.reference === rows.reference && effectiveSize.current === rows.current) {
    return few ? [{ text: 'Size: fewer than 10 rows on a side tell nothing.', forChange: null }] : [];
  }
  const [before, after] = [
    `${count(rows.reference)} and ${count(rows.current)}`,
    `${count(effectiveSize.reference)} and ${count(effectiveSize.current)}`,
  ];
  const full = `counted in full, ${significance('p', pValueIndependent)}`;
  const text = `Size: neighbouring rows depend on each other, so ${before} rows are worth ${after} independent ones (${full}).`;
  return [{ text: few ? `${text} Fewer than 10 tell nothing.` : text, forChange: null }];
}

function outlying(drift: ColumnDrift, rule: Rule): Reason[] {
  const { effect, outliers } = drift;
  if (outliers === null || outliers.effectWithout === null || effect.value < rule.floor) return [];
  const alone = onlyOutliers(drift, rule);
  const range = `${number(outliers.low)} to ${number(outliers.high)}`;
  const rest = inUnit(effect, outliers.effectWithout);
  const text = `Outliers: without values outside ${range} the effect is ${rest}${alone ? ', so the change lives in them alone' : ''}.`;
  return [{ text, forChange: !alone }];
}

function sight({ effect, smallestDetectable }: ColumnDrift, { resolution }: Rule): Reason[] {
  if (smallestDetectable === undefined) return [];
  const { value } = smallestDetectable;
  const least = value === null ? 'no change at all' : `a change of ${inUnit(effect, value)} or more`;
  const words = value !== null && value <= resolution ? 'sharp enough' : 'too coarse';
  const text = `Sight: ${least} would be seen 4 times in 5; ${words} for an answer, which takes ${inUnit(effect, resolution)}.`;
  return [{ text, forChange: null }];
}

function otherwise(drift: ColumnDrift, state: DriftState, rule: Rule): string {
  const { effect, evidence: tested, smallestDetectable } = drift;
  const amount = inUnit(effect, effect.value);
  const q = tested.qValue ?? 1;
  if (state === 'changed') return `It would not count as changed if only changes above ${amount} mattered.`;
  if (state === 'insufficient') {
    return `About ${count(smallestDetectable?.rowsEnough ?? 0)} rows like these on each side would be enough to say.`;
  }
  if (onlyOutliers(drift, rule)) return 'It would count as changed if the other rows, too, had moved that far.';
  const smaller = `changes of ${amount} mattered`;
  if (q < rule.alpha) return `It would count as changed if ${smaller}.`;
  if (q >= CHANCE) return 'Differences like this are what chance makes; no sensible setting would call it changed.';
  const bolder = `α were above ${number(q)}`;
  if (effect.value >= rule.floor) return `It would count as changed if ${bolder}.`;
  return `It would count as changed if ${smaller} and ${bolder}.`;
}
