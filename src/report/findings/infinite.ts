import { cellsFound } from './cells.ts';
import { columnFinding } from './finding.ts';

export const infinite = columnFinding('infinite', ({ result, config }) =>
  cellsFound('infinite', result, { config, limits: { high: 0.05, medium: 0 } }),
);
