import type { ReportDrift } from '../../../facts/document/document.ts';
import type { SidesWords } from '../../../report/side-words.ts';
import { number, pValue } from '../../../words/format.ts';
import { words } from '../../../words/words.ts';
import { inUnit, methodName } from '../../words.ts';

const texts = words.sections.statistics;

interface Line {
  label: string;
  value: string;
  /** Where the handbook says what it is. */
  entry: string;
}

function effectLines({ effect, within }: ReportDrift, sides: SidesWords): Line[] {
  if (!effect) return [];
  const { method, threshold, unit, raw, scale } = effect;
  const size = texts.sizeByMethod({ size: inUnit(effect, sides), method: methodName(method) });
  return [
    { label: texts.effect, value: size, entry: method },
    ...(within === undefined
      ? []
      : [{ label: texts.effectAllRows, value: inUnit(within.whole, sides), entry: 'within' }]),
    { label: texts.minimum, value: inUnit({ value: threshold, unit }, sides), entry: 'minimum_effect' },
    ...(raw === undefined ? [] : [{ label: texts.raw, value: number(raw), entry: 'wasserstein' }]),
    ...(scale === undefined
      ? []
      : [{ label: texts.scale(sides.reference), value: number(scale), entry: 'wasserstein' }]),
  ];
}

function evidenceLines({ evidence }: ReportDrift): Line[] {
  if (!evidence) return [];
  const { effectiveSize, rows, method } = evidence;
  const dependent = effectiveSize.reference < rows.reference || effectiveSize.current < rows.current;
  const lines = [
    { label: texts.test, value: methodName(method), entry: method },
    { label: texts.statistic, value: texts.withFreedom(evidence), entry: method },
    { label: texts.pValue, value: pValue(evidence.pValue), entry: 'evidence' },
    { label: texts.qValue, value: pValue(evidence.qValue), entry: 'q_value' },
    { label: texts.values, value: texts.pair(rows), entry: 'count' },
  ];
  if (!dependent) return lines;
  return [
    ...lines,
    { label: texts.effectiveSize, value: texts.pair(effectiveSize), entry: 'effective_size' },
    { label: texts.pValueIndependent, value: pValue(evidence.pValueIndependent), entry: 'evidence' },
  ];
}

function detectableLine({ minimumDetectableEffect: smallest }: ReportDrift, sides: SidesWords): Line[] {
  if (!smallest) return [];
  const { value, unit, power } = smallest;
  const size = value === null ? texts.nothingDetectable : inUnit({ value, unit }, sides);
  return [{ label: texts.detectable(power), value: size, entry: 'smallest_detectable' }];
}

const scoreLines = ({ scores }: ReportDrift): Line[] =>
  scores.flatMap(({ method, value, threshold, drifted }) =>
    value === null
      ? []
      : [
          {
            label: texts.evidently({ method, threshold }),
            value: texts.score({ value, drifted: drifted === true }),
            entry: `evidently-${method}`,
          },
        ],
  );

const drawnLines = ({ binnedScores = [] }: ReportDrift): Line[] =>
  binnedScores.map(({ method, value, expectedByChance }) => ({
    label: texts.drawn(methodName(method)),
    value: texts.byChance({ value, chance: expectedByChance }),
    entry: method,
  }));

/** Everything behind a verdict, a line each. */
export function statistics(drift: ReportDrift, sides: SidesWords): Line[] {
  return [
    ...effectLines(drift, sides),
    ...evidenceLines(drift),
    ...detectableLine(drift, sides),
    ...drawnLines(drift),
    ...scoreLines(drift),
  ];
}
