import type { MixOfColumn } from '../../../facts/document/where.ts';
import { opening } from '../grammar.ts';
import { measureNamed, mixColumn, mixInterval, mixSentence, ofMeasure } from '../sections/mix.ts';

/** What a picture of a difference and its two parts shows. */
export interface Split {
  id: string;
  reference: number;
  current: number;
  parts: MixOfColumn;
}

export const waterfall = {
  title: (id: string, parts: MixOfColumn): string => `Why it moved: ${measureNamed(id)} by ${mixColumn(parts)}`,
  mix: (parts: MixOfColumn): string => opening(`another mix of rows by ${mixColumn(parts)}`),
  within: (parts: MixOfColumn): string => opening(`rows that are alike in ${mixColumn(parts)}`),
  part: mixInterval,
  value: ofMeasure,
  step: 'Step',
  amount: 'Amount',
  low: 'Low',
  high: 'High',
  description: ({ parts, ...measure }: Split): string => mixSentence({ ...measure, columns: [parts] }),
};
