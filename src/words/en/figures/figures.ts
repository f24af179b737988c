import { categories, cumulative, distribution, missing, overTime } from './columns.ts';
import { columns, common } from './common.ts';
import { effects, heatMap } from './effects.ts';
import { curves, density, groups, plane, separation } from './model.ts';
import { segments } from './segments.ts';
import { waterfall } from './waterfall.ts';
import { appeared, frame, menu, source, titles } from './report.ts';

/** What figures show and say, figure by figure. */
export const figures = {
  ...{ frame, menu, titles, appeared, source },
  ...{ common, columns },
  ...{ distribution, categories, cumulative, overTime, missing },
  ...{ effects, heatMap, segments, waterfall },
  ...{ density, plane, groups, separation, curves },
};
