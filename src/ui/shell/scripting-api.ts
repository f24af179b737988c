import { version } from '../../../package.json';
import { PlumblineError } from '../../facts/statements/errors.ts';
import type { Progress } from '../../analysis/run/run-result.ts';
import type { ConfigInput } from '../../facts/settings/settings.ts';
import type { Report } from '../../facts/document/document.ts';
import type { PageOptions } from '../../report/page/options.ts';
import { parseReport } from '../../report/parse.ts';
import { wordedError } from '../../words/error-text.ts';
import { fetchFile } from '../files/fetched.ts';
import { setUpOf } from '../files/documents/read-apart.ts';
import { sourceOf, type Source } from '../files/source.ts';
import { lazyRun } from '../run/lazy-run.ts';
import { logoAddress } from '../saving/logo.ts';
import type { Session } from './session.svelte.ts';

type Input = Blob | string;

export interface AnalyzeRequest {
  /** A file, a blob or a same-origin address, or several that are read as one table; left out for one file alone. */
  reference?: Input | readonly Input[];
  current: Input | readonly Input[];
  /** Settings; or a set-up as a file, a blob or a same-origin address, whose columns need not all be there. */
  config?: ConfigInput | Input;
  /** Rows that the report is made of: those that meet all of these, in both files. It goes before the settings' own. */
  filter?: ConfigInput['filter'];
  /** One file in two, reference and current. It goes before the settings' own. */
  split?: ConfigInput['split'];
  onProgress?: (progress: Progress) => void;
  signal?: AbortSignal;
}

export interface HtmlOptions extends Omit<PageOptions, 'logo'> {
  /** A picture, or its data address. */
  logo?: Blob | string | null;
}

/** What scripts may call: the same calls that the app's own buttons make. */
export interface ScriptingApi {
  version: string;
  ready: Promise<void>;
  analyze(request: AnalyzeRequest): Promise<Report>;
  show(report: Report): void;
  /**
   * The report as one HTML file that needs nothing else; values of single rows go along only if asked for. What the
   * options leave out is as the report's `config.brand` says.
   */
  exportHtml(report: Report, options?: HtmlOptions): Promise<Blob>;
}

declare global {
  interface Window {
    plumbline: ScriptingApi;
  }
}

async function fileOf(source: Blob | string, side: string, signal?: AbortSignal): Promise<File> {
  if (typeof source === 'string') return fetchFile(source, signal);
  if (source instanceof File) return source;
  if (source instanceof Blob) return new File([source], side);
  throw new PlumblineError('no-input', { input: side });
}

async function sourceFrom(given: Input | readonly Input[], side: string, signal?: AbortSignal): Promise<Source> {
  const inputs = Array.isArray(given) ? (given as readonly Input[]) : [given as Input];
  return sourceOf(await Promise.all(inputs.map((input) => fileOf(input, side, signal))));
}

async function analysis({
  reference,
  current,
  config: given = {},
  filter,
  split,
  onProgress,
  signal,
}: AnalyzeRequest): Promise<Report> {
  signal?.throwIfAborted();
  const { open, run } = await lazyRun();
  const inFile = typeof given === 'string' || given instanceof Blob;
  const settings = inFile ? (await setUpOf(await fileOf(given, 'config', signal))).config : given;
  const config = { ...settings, ...(filter !== undefined && { filter }), ...(split !== undefined && { split }) };
  const unknownColumns = inFile ? ('list' as const) : ('refuse' as const);
  const [first, second] = await Promise.all([
    reference === undefined ? null : sourceFrom(reference, 'reference', signal),
    sourceFrom(current, 'current', signal),
  ]);
  const opened = await open({ reference: first, current: second }, config, { onProgress, unknownColumns, signal });
  try {
    return await run(opened, config, { onProgress, unknownColumns, signal });
  } finally {
    opened.close();
  }
}

/** Whoever calls from a script reads the words of an error in its message. */
const inWords = <T>(work: Promise<T>): Promise<T> =>
  work.catch((error: unknown) => {
    throw wordedError(error);
  });

function inWordsAtOnce<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw wordedError(error);
  }
}

// Through its text, so that what is kept is a checked copy that later changes to the object cannot reach.
const checked = (report: Report) => parseReport(JSON.stringify(report));

async function exportHtml(report: Report, options: HtmlOptions = {}): Promise<Blob> {
  const { writePage } = await import('../saving/page.ts');
  const copy = checked(report);
  const { logo, ...wanted } = { ...copy.config.brand, ...options };
  return writePage(copy, { ...wanted, logo: logo instanceof Blob ? await logoAddress(logo) : (logo ?? null) });
}

/** `ready` settles when the engines have started. */
export function scriptingApi(session: Session, ready: Promise<void>): ScriptingApi {
  return {
    version,
    ready,
    analyze: (request) => inWords(analysis(request)),
    show: (report) => {
      session.show(inWordsAtOnce(() => checked(report)));
    },
    exportHtml: (report, options) => inWords(exportHtml(report, options)),
  };
}
