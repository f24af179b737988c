import type * as v from 'valibot';
import type { readSchema } from '../../src/facts/settings/read-options.ts';
import type { ColumnConfig } from '../../src/facts/settings/settings.ts';

/** Files whose panels hold the controls: each is dropped as the current one. */
export type PanelOf = 'text' | 'workbook';

/** What a control is called on the screen, in the panel of a file; `pair` where it stands beside two files. */
type FileControl = { of: PanelOf; label: string } | { of: 'pair'; button: string };

/** Where each setting of how a file is read stands on the screen: one without a place does not compile. */
export const FILE_CONTROLS: Readonly<Record<keyof v.InferOutput<typeof readSchema>, FileControl>> = {
  encoding: { of: 'text', label: 'Encoding of the current file' },
  delimiter: { of: 'text', label: 'Delimiter of the current file' },
  quote: { of: 'text', label: 'Quotes of the current file' },
  escape: { of: 'text', label: 'Quotes inside of a field of the current file' },
  widths: { of: 'text', label: 'Column widths of the current file' },
  header: { of: 'text', label: 'Header of the current file' },
  skipLines: { of: 'text', label: 'Lines skipped of the current file' },
  headerLines: { of: 'text', label: 'Lines of the header of the current file' },
  skipLast: { of: 'text', label: 'Last lines left out of the current file' },
  table: { of: 'text', label: 'Table of the current file' },
  decimal: { of: 'text', label: 'Decimal mark of the current file' },
  thousands: { of: 'text', label: 'Thousands mark of the current file' },
  dateOrder: { of: 'text', label: 'Date order of the current file' },
  centuryStart: { of: 'text', label: 'First year of two-digit years in the current file' },
  missing: { of: 'text', label: 'Words read as missing in the current file' },
  sheet: { of: 'workbook', label: 'Sheet of the current file' },
  sample: { of: 'text', label: 'Rows of the current file' },
  rename: { of: 'pair', button: 'Compare them' },
};

/** The same for settings of a single column, in the list "Column by column". */
export const COLUMN_CONTROLS: Readonly<
  Record<Extract<keyof ColumnConfig, `read${string}`>, (column: string) => string>
> = {
  readAs: (column) => `Reading of ${column}`,
  readMissing: (column) => `Words read as missing in ${column}`,
  readCentury: (column) => `First year of two-digit years in ${column}`,
};
