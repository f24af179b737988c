import type { ErrorBias, FeatureResult } from '../../../../facts/document/model/features.ts';
import { mapSides } from '../../../../facts/document/sides.ts';
import { number } from '../../../../words/format.ts';
import { words } from '../../../../words/words.ts';
import type { Fact } from '../../../parts/table/facts.ts';

const texts = words.sections.features.bias;

const valueText = (value: number | string | null): string => (typeof value === 'string' ? value : number(value));

/** A feature's usual value where the model predicts too low, near and too high. */
export function biasFacts({ bias }: FeatureResult): Fact[] {
  const fact = (label: string, text: (bias: ErrorBias) => string): Fact => ({
    ...{ label, entry: 'error_groups' },
    ...mapSides(bias, text),
  });
  return [
    fact(texts.under, ({ under }) => valueText(under)),
    fact(texts.majority, ({ majority }) => valueText(majority)),
    fact(texts.over, ({ over }) => valueText(over)),
    fact(texts.range, ({ rangePercent }) => texts.percent(rangePercent)),
  ];
}
