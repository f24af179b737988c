import type { Side } from '../../../facts/document/side.ts';
import type { Report } from '../../../facts/document/document.ts';

const fileStem = (name: string) =>
  name
    .replace(/\.[^.]*$/, '')
    .slice(0, 60)
    .replace(/[^\p{L}\p{N}._-]+/gu, '_');

/** "plumbline_steel_current_2026-11-23.json" */
export function reportName({ inputs, createdAt }: Report, ending: string): string {
  const subject = fileStem(inputs.current?.name ?? inputs.reference?.name ?? 'report');
  return `plumbline_${subject}_${createdAt.slice(0, 10)}.${ending}`;
}

/** "steel_current.summary.parquet" */
export const summaryName = ({ inputs }: Report, side: Side): string =>
  `${fileStem(inputs[side]?.name ?? side)}.summary.parquet`;

/** "steel_current.rows.csv" */
export const rowsName = ({ inputs }: Report, side: Side): string => `${fileStem(inputs[side]?.name ?? side)}.rows.csv`;

export function download(blob: Blob, name: string) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
