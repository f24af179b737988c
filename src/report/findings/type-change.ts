import { columnFinding } from './finding.ts';

/** The files' cells read as something else. */
export const typeChange = columnFinding('type-change', ({ schema: { readsAs } }) =>
  readsAs === undefined ? [] : [{ severity: 'high', side: 'current', values: readsAs }],
);
