import type { ReportInput } from '../../../facts/document/document.ts';
import type { Side } from '../../../facts/document/side.ts';
import type { ConfigInput } from '../../../facts/settings/settings.ts';
import { readingOf } from '../reading.ts';

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

/** Sets the widths of columns, or leaves them to be found out where there are none. */
export function withWidths(config: ConfigInput, side: Side, widths: readonly number[]): ConfigInput {
  const rest = Object.fromEntries(Object.entries(readingOf(config, side)).filter(([key]) => key !== 'widths'));
  return { ...config, read: { ...config.read, [side]: widths.length === 0 ? rest : { ...rest, widths: [...widths] } } };
}
