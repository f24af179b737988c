import type { ColumnRead, ColumnWay } from '../../../facts/statements/reading.ts';
import type { HeadColumn } from './column-look.ts';
import type { Reading } from './stored-type.ts';
import type { TargetColumn } from './target-column.ts';

/**
 * How each column is read, and what of it counted as missing in the head of the file.
 * @param heads what the head shows of the columns
 * @param columns as they are stored, in the same order
 */
export const columnsRead = (heads: readonly HeadColumn[], columns: readonly TargetColumn[]): ColumnRead[] =>
  columns.map(({ name, reading }, i) => ({ name, way: wayOf(reading), missing: heads[i]?.missing ?? [] }));

function wayOf(reading: Reading): ColumnWay {
  switch (reading.kind) {
    case 'text':
      return { kind: 'text', values: { join: reading.join } };
    case 'number': {
      const { format, unit, limits = false } = reading;
      const { decimal, thousands } = format;
      return { kind: 'number', values: { decimal, thousands, unit, limits } };
    }
    case 'time':
      return { kind: 'time', values: { formats: reading.formats, iso: reading.iso } };
    case 'duration':
      return { kind: 'duration', values: { leading: reading.leading } };
    case 'epoch':
      return { kind: 'epoch', values: { unit: reading.unit } };
    default:
      return { kind: reading.kind, values: {} };
  }
}
