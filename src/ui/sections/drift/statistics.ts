import type { ReportDrift } from '../../../facts/document.ts';
import type { SidesWords } from '../../../report/side-words.ts';
import { count, effect, number, pValue } from '../../../words/format.ts';
import { inUnit, methodName } from '../../words.ts';

interface Line {
  label: string;
  value: string;
  /** Where the handbook says what it is. */
  entry: string;
}

function effectLines({ effect }: ReportDrift, words: SidesWords): Line[] {
  if (!effect) return [];
  const lines = [
    { label: 'Effect', value: `${inUnit(effect, words)} (${methodName(effect.method)})`, entry: effect.method },
    { label: 'Matters from', value: inUnit({ value: effect.threshold, unit: effect.unit }, words), entry: 'floor' },
  ];
  if (effect.raw !== undefined)
    lines.push({ label: 'In the column’s own unit', value: number(effect.raw), entry: 'wasserstein' });
  if (effect.scale !== undefined)
    lines.push({ label: `Scale of ${words.reference.noun}`, value: number(effect.scale), entry: 'wasserstein' });
  return lines;
}

function evidenceLines({ evidence }: ReportDrift): Line[] {
  if (!evidence) return [];
  const { effectiveSize, rows, degreesOfFreedom } = evidence;
  const dependent = effectiveSize.reference < rows.reference || effectiveSize.current < rows.current;
  const pair = (sizes: typeof rows) => `${count(sizes.reference)} and ${count(sizes.current)}`;
  const freedom = degreesOfFreedom === undefined ? '' : `, ${count(degreesOfFreedom)} degrees of freedom`;
  return [
    { label: 'Test', value: methodName(evidence.method), entry: evidence.method },
    { label: 'Statistic', value: `${number(evidence.statistic)}${freedom}`, entry: evidence.method },
    { label: 'p-value', value: pValue(evidence.pValue), entry: 'evidence' },
    { label: 'q-value, all columns together', value: pValue(evidence.qValue), entry: 'q_value' },
    { label: 'Values', value: pair(rows), entry: 'count' },
    ...(dependent
      ? [
          { label: 'Worth independent rows', value: pair(effectiveSize), entry: 'effective_size' },
          {
            label: 'p-value if every row counted in full',
            value: pValue(evidence.pValueIndependent),
            entry: 'evidence',
          },
        ]
      : []),
  ];
}

function detectableLine({ minimumDetectableEffect: smallest }: ReportDrift, words: SidesWords): Line[] {
  if (!smallest) return [];
  const { value, unit, power } = smallest;
  const size = value === null ? 'none, with so few values' : inUnit({ value, unit }, words);
  return [
    { label: `Smallest change seen ${effect(power * 100)} times in 100`, value: size, entry: 'smallest_detectable' },
  ];
}

const profileNames = { evidently: 'Evidently' };

function scoreLines({ scores }: ReportDrift): Line[] {
  return scores.flatMap(({ profile, method, value, threshold, drifted }) => {
    if (value === null) return [];
    const verdict = drifted ? 'drift' : 'no drift';
    const label = `${profileNames[profile]}’s ${method}, threshold ${effect(threshold)}`;
    return [{ label, value: `${number(value)}: ${verdict}`, entry: `evidently-${method}` }];
  });
}

function drawnLines({ binnedScores = [] }: ReportDrift): Line[] {
  return binnedScores.map(({ method, value, expectedByChance }) => ({
    label: `${methodName(method)}, on the bins drawn`,
    value: `${number(value)} (luck alone: about ${effect(expectedByChance)})`,
    entry: method,
  }));
}

/** Everything behind a verdict, a line each. */
export function statistics(drift: ReportDrift, words: SidesWords): Line[] {
  return [
    ...effectLines(drift, words),
    ...evidenceLines(drift),
    ...detectableLine(drift, words),
    ...drawnLines(drift),
    ...scoreLines(drift),
  ];
}
