import { cellsFound } from './cells.ts';
import { columnFinding } from './finding.ts';

/** Cells that held something which the column's type cannot hold. */
export const unreadable = columnFinding('unreadable', ({ result, config }) =>
  cellsFound('unreadable', result, { config, limits: { high: 0.1, medium: 0.001 } }),
);
