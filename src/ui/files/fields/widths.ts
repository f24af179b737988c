import type { ReportInput } from '../../../facts/document/inputs.ts';

/** Widths of columns as they are typed; null where they are none. */
export function readWidths(typed: string): number[] | null {
  const widths = typed.split(/[\s,;]+/).filter((text) => text !== '');
  return widths.every((text) => /^[1-9][0-9]{0,4}$/.test(text)) ? widths.map(Number) : null;
}

/** The widths that a file was read by; empty where its columns have none. */
export function widthsUsed({ readAs }: Pick<ReportInput, 'readAs'>): string {
  const values = readAs.find(({ kind }) => kind === 'widths')?.values;
  return values !== undefined && 'widths' in values ? values.widths.join(', ') : '';
}
