import * as v from 'valibot';
import { quoteSchema } from '../statements/statement.ts';
import { count, optional, record } from './record.ts';
import { estimate } from './model/estimates.ts';
import { perSide } from './side.ts';

const counted = record({
  /** Rows in each file; absent where it has none. */
  rows: perSide(count),
  /** Of all rows of the file. */
  share: perSide(v.number()),
  /** The mean of the model's error; null where fewer than five rows tell. */
  measure: perSide(v.nullable(estimate)),
});

/** Rows by the column of segments that summary files were counted by. */
export const segmentTable = record({
  /** What the measure is: the mean absolute error, or the share of wrong rows; null without a model. */
  measure: v.nullable(v.picklist(['mae', 'error_rate'])),
  /** Those with most rows first; '' for rows without a segment. */
  segments: v.array(record({ name: quoteSchema, ...counted.entries })),
  /** Segments that are not listed, put together: of fewer than five rows in both files, or beyond a hundred. */
  others: optional(record({ segments: count, ...counted.entries })),
});
export type SegmentTable = v.InferOutput<typeof segmentTable>;
export type CountedSegment = v.InferOutput<typeof counted>;
