import type { Since } from '../../facts/document/drift.ts';
import type { Performance } from '../../facts/document/performance.ts';
import type { DatedSeries } from './level-step.ts';

/** Since when the mean absolute error, or the share of wrong rows, has another level. */
export interface ErrorSince {
  measure: 'mae' | 'error_rate';
  dating: Since;
}

type Measured = Extract<Performance, { state: 'measured' }>;

interface ErrorSeries {
  measure: ErrorSince['measure'];
  /** Null where no column tells the time. */
  series: DatedSeries | null;
}

/** Whether the measures of one model changed by more than noise. */
const hasChanged = ({ overall, twoModels, paired }: Measured): boolean =>
  !twoModels && !paired && (overall?.state === 'worse' || overall?.state === 'better' || overall?.state === 'mixed');

const isBeyondNoise = ({ whole }: Measured, id: string): boolean =>
  whole.metrics.find((metric) => metric.id === id)?.difference?.beyondNoise === true;

/** The error of one model by period, where it changed by more than noise; null where it did not, or is not measured in both files. */
function errorSeries(performance: Performance | null): ErrorSeries | null {
  if (performance?.state !== 'measured' || !hasChanged(performance)) return null;
  const { whole } = performance;
  if (whole.task === 'regression') {
    if (!isBeyondNoise(performance, 'mae')) return null;
    return { measure: 'mae', series: seriesOf(whole.overTime, whole.overTime?.absoluteError, 'size') };
  }
  if (!isBeyondNoise(performance, 'accuracy')) return null;
  return { measure: 'error_rate', series: seriesOf(whole.overTime, whole.overTime?.wrong, 'share') };
}

function seriesOf(
  axis: Pick<DatedSeries, 'timeColumn' | 'unit'> | null | undefined,
  periods: DatedSeries['periods'] | undefined,
  form: 'size' | 'share',
): DatedSeries | null {
  if (!axis) return null;
  const { timeColumn, unit } = axis;
  return { timeColumn, unit, periods: periods ?? {}, form };
}

/** Since when the error has another level; absent where it did not change. */
export async function errorSince(
  performance: Performance | null,
  find: (series: DatedSeries[]) => Promise<Since[]>,
): Promise<{ errorSince?: ErrorSince }> {
  const error = errorSeries(performance);
  if (error === null) return {};
  const { measure, series } = error;
  const [dating] = series === null ? [{ cause: 'no-time' } as const] : await find([series]);
  return dating === undefined ? {} : { errorSince: { measure, dating } };
}
