import { meaningOf } from './catalogue.ts';
import type { SideOrBoth } from '../../facts/document/side.ts';

/** What tells rows of one metric apart, besides file and column. */
export const LABELS = [
  'class',
  'method',
  'quantile',
  'other_column',
  'severity',
  'condition',
  'segment',
  'filter',
] as const;
export type Labels = Partial<Record<(typeof LABELS)[number], string>>;

/** A number of the report, one row of the long table. */
export interface Metric {
  /** "both" for what comes of the comparison. */
  file: SideOrBoth;
  /** Null for what is said of the whole. */
  column: string | null;
  metric: string;
  /** Null where it is not known. */
  value: number | null;
  unit: string;
  /** What the report makes of it: the column's drift state, whether a difference is beyond noise. */
  state: string | null;
  /** 95 % interval, where there is one. */
  low: number | null;
  high: number | null;
  labels: Labels;
}

type Given = Pick<Metric, 'file' | 'metric'> & Partial<Metric>;

/** A row with all its fields; numbers that are none count as not known. */
export function metricRow({ value = null, ...given }: Given): Metric {
  const { unit } = meaningOf(given.metric);
  const known = value !== null && Number.isFinite(value) ? value : null;
  return { column: null, unit, state: null, low: null, high: null, labels: {}, ...given, value: known };
}
