import type { DriftState } from '../../facts/document/verdict.ts';
import type { ColumnType, Role } from '../../facts/document/columns.ts';
import { verdict } from './statements/verdict.ts';

const types: Record<ColumnType, string> = {
  numeric: 'Number',
  categorical: 'Category',
  datetime: 'Time',
  boolean: 'Yes / no',
  text: 'Text',
  identifier: 'Identifier',
};

const roles: Record<Role, string> = {
  feature: 'Feature',
  target: 'Target',
  prediction: 'Prediction',
  probability: 'Probability',
  time: 'Time order',
  id: 'Row id',
  ignored: 'Ignored',
};

/** A column that a run has not come to is pending. */
const states: Record<DriftState | 'pending', string> = { ...verdict.states, pending: 'Waiting' };

/** What columns are: their types, their roles, and what became of them. */
export const columns = { types, roles, states };
