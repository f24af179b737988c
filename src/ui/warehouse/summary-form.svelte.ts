import type { SavedEdges } from '../../analysis/summarised/given-files.ts';
import type { Warehouse } from '../../facts/warehouses.ts';
import { countsStatement } from '../../warehouse/counts-statement.ts';
import { edgesStatement } from '../../warehouse/edges-statement.ts';
import { USUAL_REQUEST } from '../../warehouse/request.ts';
import { scriptOf } from '../../warehouse/script.ts';
import { errorText } from '../../words/error-text.ts';
import { requestOf, type Asked, type AskedColumn } from './asked.ts';
import { describedColumns, sampledColumns, withChoices } from './given-columns.ts';

/** What reads files, which the sheet's first steps do without. */
const lazyFiles = () => import('../../analysis/summarised/given-files.ts');

/** What the sheet knows of the edges: none were given, or what a file holds. */
export type GivenEdges = { file: string; edges: SavedEdges } | { file: string; edges: null } | null;

/** What stands in the sheet's fields, and the statements that are made of it. */
export class SummaryForm implements Asked {
  engine = $state<Warehouse>('spark');
  source = $state<Asked['source']>('table');
  table = $state('');
  path = $state('');
  bins = $state<number>(USUAL_REQUEST.bins);
  stretch = $state<number>(USUAL_REQUEST.stretch);
  description = $state('');
  columns = $state.raw<readonly AskedColumn[]>([]);
  unread = $state.raw<readonly string[]>([]);
  hasEdges = $state<'no' | 'yes'>('no');
  edges = $state.raw<GivenEdges>(null);
  /** Which file is being read. */
  reading = $state<'sample' | 'edges' | null>(null);
  failure = $state.raw<{ of: 'sample' | 'edges'; text: string } | null>(null);

  #turn = 0;

  readonly asked = $derived(requestOf(this));
  readonly problems = $derived('problems' in this.asked ? this.asked.problems : []);
  readonly request = $derived('request' in this.asked ? this.asked.request : null);

  /** The script that finds the edges; null while something is missing. */
  readonly edgesScript = $derived(
    this.request === null ? null : scriptOf(edgesStatement(this.request, this.engine), this.engine),
  );

  /** The script that counts; null without edges that can be used. */
  readonly countsScript = $derived.by(() => {
    const edges = this.edges?.edges ?? null;
    if (this.request === null || edges === null || edges.broken.length > 0) return null;
    return scriptOf(countsStatement(this.request, edges, this.engine), this.engine);
  });

  /** Columns of numbers and times that the given edges do not have. */
  readonly withoutEdges = $derived.by(() => {
    const edges = this.edges?.edges?.edges;
    const cut = (this.request?.columns ?? []).filter(({ type }) => type === 'number' || type === 'time');
    return edges === undefined ? [] : cut.filter(({ name }) => !edges.has(name)).map(({ name }) => name);
  });

  describe(text: string): void {
    const { columns, unread } = describedColumns(text);
    this.description = text;
    this.unread = unread;
    this.columns = withChoices(columns, this.columns);
  }

  change(place: number, change: Partial<AskedColumn>): void {
    this.columns = this.columns.map((column, i) => (i === place ? { ...column, ...change } : column));
  }

  takeSample = (file: File): Promise<void> =>
    this.#read('sample', async () => {
      const { sampleColumns } = await lazyFiles();
      const columns = sampledColumns(await sampleColumns(file));
      return () => {
        this.description = '';
        this.unread = [];
        this.columns = columns;
      };
    });

  takeEdges = (file: File): Promise<void> =>
    this.#read('edges', async () => {
      this.edges = null;
      const { readEdges } = await lazyFiles();
      const edges = await readEdges(file);
      return () => (this.edges = { file: file.name, edges });
    });

  /** Reads a file; of several that were given before one was read, the last counts. */
  async #read(subject: 'sample' | 'edges', read: () => Promise<() => void>): Promise<void> {
    const turn = ++this.#turn;
    this.reading = subject;
    this.failure = null;
    const outcome = await read().catch((error: unknown) => () => {
      this.failure = { of: subject, text: errorText(error) };
    });
    if (turn !== this.#turn) return;
    outcome();
    this.reading = null;
  }
}
