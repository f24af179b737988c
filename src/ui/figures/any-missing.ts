import type { ReportColumn } from '../../report/document.ts';
import { sides } from '../files/slots.ts';

/** A picture of nothing says less than the nought in the table. */
export const anyMissing = (columns: readonly ReportColumn[]) =>
  columns.some(({ quality }) => sides.some((side) => (quality[side]?.missing ?? 0) > 0));
