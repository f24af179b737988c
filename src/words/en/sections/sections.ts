import { count } from '../../format.ts';
import { counted } from '../grammar.ts';
import { correlations } from './correlations.ts';
import { costWords } from './cost.ts';
import { data } from './data.ts';
import { drift, review, statistics } from './drift.ts';
import { filter } from './filter.ts';
import { features } from './features.ts';
import { classes, metrics, performance, regression, scores, threshold, topRows } from './performance.ts';
import { overview } from './overview.ts';
import { columnFigures, fileFigures, findings, mostCommon, quality } from './quality.ts';
import { rows } from './rows.ts';
import { segments } from './segments.ts';
import { target } from './target.ts';
import { whereWords } from './where.ts';

/** Names of the sections: in the navigation, in the gallery, and where they are chosen. */
const titles = {
  overview: 'Overview',
  quality: 'Data quality',
  drift: 'Drift',
  columns: 'Columns',
  target: 'Target & prediction',
  performance: 'Performance',
  cost: 'What it costs',
  where: 'Where it hurts',
  features: 'Performance by feature',
  correlations: 'Correlations',
  data: 'About these data',
};

const navigation = {
  label: 'Sections',
  settings: 'Settings',
  settingsInFull: 'Settings: comparison, columns and roles',
};

/** What tables have in common. */
const table = {
  column: 'Column',
  file: 'File',
  figure: 'Figure',
  change: 'Change',
  search: 'Search columns',
  noColumn: 'No column is called that.',
  whatIs: (name: string): string => `What ${name} is`,
  showAll: (rows: number): string => `Show all ${count(rows)}`,
  showAllColumns: (columns: number): string => `Show all ${counted(columns, 'column')}`,
  showFewer: 'Show fewer',
};

export const sections = {
  ...{ titles, navigation, table, overview },
  filter,
  ...{ quality, findings, columnFigures, fileFigures, mostCommon },
  ...{ drift, statistics, review, target, correlations, data, cost: costWords, where: whereWords },
  ...{ rows, segments, performance, metrics, classes, scores, threshold, topRows, regression, features },
};
