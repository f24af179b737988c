import type { ConfigProblem } from './config-problems.ts';
import type { Quote } from './statement.ts';
import type { SummaryProblem } from './summary-problems.ts';

/** Forms of files that are told by their first bytes and not read. */
export type UnsupportedForm =
  | 'png'
  | 'jpeg'
  | 'pdf'
  | 'packed-often'
  | 'archive'
  | 'feather-1'
  | 'markup'
  | 'locked-workbook'
  | 'locked-zip'
  | 'rare-zip'
  | 'xz'
  | 'bzip2'
  | 'zstd'
  | 'tar';

/** What each error says, by its code; where it happened stands beside it. Codes are stable words for scripts. */
export interface ErrorValues {
  /** An error that is none of these, in its own words. */
  unexpected: { detail: Quote };
  'engine-died': { detail: Quote };
  'engine-start': Nothing;
  'engine-closed': Nothing;
  /** A file of the app itself that its server does not give (any more); no status where it does not answer. */
  'part-missing': { part: string; status: number | null };
  /** A policy that the server sends beside the page's own lets no WebAssembly be compiled. */
  'wasm-forbidden': Nothing;
  /** … or no worker be started from the page's memory. */
  'worker-forbidden': Nothing;
  'too-large':
    | { kind: 'memory' | 'workbook' | 'json' }
    | { kind: 'table'; rows: number; columns: number; fits: number }
    | { kind: 'columns'; columns: number; limit: number };
  'unreadable-file': Nothing;
  'empty-file': { kind: 'file' | 'archive' };
  'unsupported-format': { form: UnsupportedForm };
  'not-a-table': { problem: 'binary' | 'no-row' | 'no-column' } | { problem: 'unreadable'; detail: Quote };
  'no-rows':
    | { source: 'text' | 'columnar' | 'sample' | 'filter' | 'split' | 'json' | 'workbook' }
    | { source: 'sheet'; sheet: string };
  'damaged-file':
    | { format: 'gzip' | 'zip' }
    | { format: 'Parquet' | 'Arrow'; step: 'open' | 'read'; detail: Quote }
    /** What it holds is not what it says of itself. */
    | { format: 'columnar-content'; of: 'Parquet' | 'Arrow' }
    /** Some of a column is not what its checksum says. */
    | { format: 'parquet-page'; column: string }
    /** A stream without its end mark. */
    | { format: 'arrow-cut-off' }
    | { format: 'json-cut-off'; row: number }
    | { format: 'json'; row: number | null; detail: Quote }
    | { format: 'workbook'; detail: Quote }
    /** A part of it is not what its list of parts says. */
    | { format: 'workbook-part'; part: string }
    /** Reading it came to no end in so many seconds. */
    | { format: 'workbook-endless'; seconds: number };
  'sheet-missing': { sheet: string; sheets: readonly string[] };
  'several-tables': { files: readonly string[] };
  /** To take the newest rows by. */
  'column-missing': Nothing;
  /** `first` is the file that the others have to be like. */
  'columns-differ': { first: string; lacks: readonly string[]; surplus: readonly string[] };
  'files-differ': { first: string };
  'summary-file': SummaryProblem;
  /** One side holds rows, the other a summary, which counts these columns and no others. */
  'summary-of-others': { summary: string; columns: readonly string[] };
  /** Summaries count rows that are elsewhere. */
  'summary-has-no-rows': Nothing;
  /** Periods that were asked for and cannot be had. */
  periods: { problem: 'too-many'; unit: string; periods: number; limit: number } | { problem: 'summary' };
  config: ConfigProblem;
  /** A saved report. */
  'not-a-report':
    | { problem: 'no-json' | 'other-json' | 'cut-off-page' }
    /** Of more than so many bytes. */
    | { problem: 'too-large'; limit: number }
    | { problem: 'columns'; columns: number; limit: number }
    /** `path` is the place in the document that does not fit. */
    | { problem: 'misfit'; path: string };
  'no-file': { place: 'slots' | 'folder' };
  'too-many-files': { files: number };
  /** An address that a file cannot be had from. */
  'unreachable-address':
    | { problem: 'single-file' | 'from-disk'; address: string }
    | { problem: 'other-origin'; address: string; origin: string }
    | { problem: 'no-answer'; address: string; detail: Quote }
    | { problem: 'refused'; address: string; status: number }
    /** A part of this page's own address that is none, and the one that was probably meant. */
    | { problem: 'misspelt'; address: string; meant: string };
  /** What a script hands over as a file of one side. */
  'no-input': { input: string };
  /** An option of a report's file. */
  'page-option': ConfigProblem;
  /** `limit` in bytes. */
  logo: { problem: 'not-a-picture' | 'unreadable' } | { problem: 'too-large'; limit: number };
}

type Nothing = Record<never, never>;

export type ErrorCode = keyof ErrorValues;

/** Where an error happened, as far as known: rows are counted from 1, the header not. */
export interface ErrorPlace {
  file?: string;
  row?: number;
  column?: string;
  /** The share of the rows that would fit, where there are too many. */
  share?: number;
}

/** An error as plain data, which a worker can answer with. */
export type ErrorFacts = { [Code in ErrorCode]: { code: Code; values: ErrorValues[Code] } & ErrorPlace }[ErrorCode];

/** What went wrong with an input. `src/words` says it; the message is for consoles. */
export class PlumblineError<Code extends ErrorCode = ErrorCode> extends Error {
  override name = 'PlumblineError';
  readonly code: Code;
  readonly values: ErrorValues[Code];
  declare file?: string;
  declare row?: number;
  declare column?: string;
  declare share?: number;

  constructor(code: Code, values: ErrorValues[Code], place: ErrorPlace = {}) {
    super(`${code} ${JSON.stringify(values)}`);
    this.code = code;
    this.values = values;
    Object.assign(this, place);
  }
}

/** The error that plain data tells of. */
export const errorFrom = ({ code, values, ...place }: ErrorFacts, file: string): PlumblineError =>
  new PlumblineError(code, values, { ...place, file });

/** An error as plain data, whoever made it. */
export function factsOf(error: unknown): ErrorFacts {
  if (!(error instanceof PlumblineError)) return { code: 'unexpected', values: { detail: detailOf(error) } };
  const { code, values, file, row, column } = error as PlumblineError;
  const place = Object.entries({ file, row, column }).filter(([, value]) => value !== undefined);
  return { code, values, ...Object.fromEntries(place) } as ErrorFacts;
}

/** What an error of another maker says, which may quote the data. */
export const detailOf = (error: unknown): Quote => ({ quote: error instanceof Error ? error.message : String(error) });
