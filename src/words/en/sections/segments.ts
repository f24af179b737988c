import type { Quote } from '../../../facts/statements/statement.ts';
import { counted } from '../grammar.ts';

export const segments = {
  title: 'By segment',
  lead: 'As the summary files count them. Segments of fewer than five rows are put together, and of fewer than five rows no mean is shown.',
  segment: 'Segment',
  /** '' are rows without a segment. */
  name: ({ quote }: Quote): string => (quote === null ? 'not shown' : quote === '' ? 'no segment' : String(quote)),
  others: (segments: number): string => `${counted(segments, 'other segment')} together`,
  rowsOf: (file: string): string => `Rows, ${file}`,
  errorOf: (file: string): string => `Error, ${file}`,
  measures: {
    mae: 'The error is the mean absolute error.',
    error_rate: 'The error is the share of rows whose class was predicted wrongly.',
  },
};
