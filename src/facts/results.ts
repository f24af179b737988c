export type { CellKind, ColumnQuality, ColumnSchema, ColumnType, DatasetQuality, Role } from './columns.ts';
export type {
  BinScore,
  CategoricalDistribution,
  CategoryCount,
  CorrelationMatrix,
  Cumulative,
  Distribution,
  NumericDistribution,
  OverTime,
  Period,
} from './distribution.ts';
export type {
  ColumnDrift,
  ColumnResult,
  Effect,
  Evidence,
  MissingDrift,
  Outliers,
  OutlyingRow,
  Score,
  MinimumDetectableEffect,
  TestResult,
} from './drift.ts';
export type { PerSide, Side } from './side.ts';
