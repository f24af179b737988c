import { categories, cumulative, distribution, missing, overTime } from './figures-columns.ts';
import { columns, common } from './figures-common.ts';
import { effects, heatMap } from './figures-effects.ts';
import { curves, density, groups, plane, separation } from './figures-model.ts';
import { appeared, frame, menu, source, titles } from './figures-report.ts';

/** What figures show and say, figure by figure. */
export const figures = {
  ...{ frame, menu, titles, appeared, source },
  ...{ common, columns },
  ...{ distribution, categories, cumulative, overTime, missing },
  ...{ effects, heatMap },
  ...{ density, plane, groups, separation, curves },
};
