import type { OpenedData } from '../../analysis/client.ts';
import type { ConfigInput } from '../../facts/settings/settings.ts';
import type { PerSide, Side } from '../../facts/document/side.ts';
import type { Report } from '../../facts/document/document.ts';
import { fetchBookmark, type Bookmark } from '../files/bookmark.ts';
import { contentsOfDrop } from '../files/contents-of-drop.ts';
import { sampleFile } from '../files/fetched.ts';
import { readingKey } from '../files/reading.ts';
import type { SetUp } from '../files/documents/set-up.ts';
import { isEmpty, type Slots } from '../files/slots.ts';
import { sourceOf } from '../files/source.ts';
import { lazyRun } from '../run/lazy-run.ts';
import type { Watch } from '../run/run.ts';
import { failureOf } from '../run/failure.ts';
import type { rowsHost } from '../rows/rows-host.ts';
import { startState, type Attempt, type RunTask, type SessionEvent, type SessionState } from './session-state.ts';
import { transition } from './session-transitions.ts';

const attemptOf = (state: SessionState): Attempt | null => (state.phase === 'running' ? state.attempt : null);

/**
 * What the person has put on the page, and what came of it. What follows what is said by `session-transitions.ts`; here
 * the attempts that its states speak of are carried out.
 */
export class Session {
  #state = $state.raw<SessionState>(startState);

  // Each a value of its own: a change of one does not draw what shows the others.
  readonly phase = $derived(this.#state.phase);
  readonly slots = $derived(this.#state.content.slots);
  readonly config = $derived(this.#state.content.config);
  readonly setUp = $derived(this.#state.content.setUp);
  readonly report = $derived(this.#state.content.report);
  readonly firstRows = $derived(this.#state.content.firstRows);
  readonly running = $derived(this.#state.phase === 'running');
  readonly progress = $derived(this.#state.phase === 'running' ? this.#state.progress : null);
  readonly partial = $derived(this.#state.phase === 'running' ? this.#state.partial : null);
  /** True while the report stands, and rows that stand out are still looked for. */
  readonly searching = $derived(this.#state.phase === 'running' && this.#state.searching);
  readonly failure = $derived('failure' in this.#state ? this.#state.failure : null);
  /** False for a report that was opened without its data. */
  readonly hasData = $derived(!isEmpty(this.slots));
  /** True while the report on the screen is of what was there before. */
  readonly stale = $derived(this.running && this.partial === null && !this.searching);
  /** Where the rows of the report are looked up; null without its data, of summaries, and while anything runs. */
  readonly rows = $derived.by(() => {
    const { report } = this;
    if (report === null || this.running || !this.hasData || !this.#opened?.data.rows) return null;
    return this.#opened.rowsHost(report, this.#opened.data.rows);
  });
  /** Milliseconds on the page's clock when the data came in; null before. */
  openedAt = $state<number | null>(null);

  /** A saved report that was dropped on files, which it would take the place of: the person is asked first. */
  offer = $state.raw<{ name: string; report: Report; setUp: SetUp | null } | null>(null);

  #opened: { data: OpenedData; slots: Slots; reading: string; rowsHost: typeof rowsHost } | null = null;
  #controller: AbortController | null = null;

  /** Files are about to be given: engines that start now stand ready by then. What keeps them from it is said when they are needed. */
  expectFiles(): void {
    lazyRun()
      .then(({ warmUp }) => warmUp())
      .catch(() => undefined);
  }

  /** Takes what was dropped: single files, and folders as several files each; `side` where one was aimed at. */
  async drop(groups: readonly (readonly File[])[], side?: Side): Promise<void> {
    try {
      const { report: saved, ...tables } = await contentsOfDrop(groups, side);
      if (saved === null) this.#dispatch({ type: 'drop', side, ...tables });
      else if (this.hasData) this.offer = { ...saved, setUp: tables.setUp };
      else this.#dispatch({ type: 'show', report: saved.report, setUp: tables.setUp });
    } catch (error) {
      this.fail(error);
    }
  }

  /** Opens the report that was dropped, in place of the files, or leaves everything as it is. */
  answerOffer(opens: boolean): void {
    const { offer } = this;
    this.offer = null;
    if (offer && opens) this.#dispatch({ type: 'show', report: offer.report, setUp: offer.setUp });
  }

  async trySample(): Promise<void> {
    try {
      const [reference, current] = await Promise.all([
        sampleFile('steel_reference.csv'),
        sampleFile('steel_current.csv'),
      ]);
      const slots = { reference: sourceOf([reference]), current: sourceOf([current]) };
      this.#dispatch({ type: 'start', slots });
    } catch (error) {
      this.fail(error);
    }
  }

  useSetUp = (setUp: SetUp | null) => this.#dispatch({ type: 'useSetUp', setUp });

  /** Fetches what the page's own address names, and runs at once. */
  openBookmark = (bookmark: Bookmark) => this.#dispatch({ type: 'open', bookmark });

  swap = () => this.#dispatch({ type: 'swap' });

  remove = (side: Side) => this.#dispatch({ type: 'remove', side });

  start = () => this.#dispatch({ type: 'start' });

  configure = (config: ConfigInput) => this.#dispatch({ type: 'configure', config });

  /** Tries again what was too large, with a random sample of each file. */
  sampleInstead = (share: number) => this.#dispatch({ type: 'retryWithSample', share });

  cancel = () => this.#dispatch({ type: 'cancel' });

  /** Puts a document on the screen; whatever was running ends. */
  show = (report: Report) => this.#dispatch({ type: 'show', report });

  /** Says what went wrong; what is on the screen stays. */
  fail = (error: unknown) => this.#dispatch({ type: 'fail', failure: failureOf(error) });

  dismiss = () => this.#dispatch({ type: 'dismiss' });

  /** The first cells of a column of a file that was read; none while files are read, and where that fails: they are no more than a help. */
  firstCells(side: Side, column: string, rows: number): Promise<(string | null)[]> {
    return this.#opened?.data.firstCells(side, column, rows).catch(() => []) ?? Promise.resolve([]);
  }

  /** Summary files of what was read; null for a report without its data, and of summaries. */
  summaries(report: Report): Promise<PerSide<ArrayBuffer>> | null {
    const { columns, performance, config } = report;
    const probabilities = performance?.state === 'measured' ? performance.probabilities : [];
    return this.#opened?.data.summaries?.({ columns, probabilities, config }) ?? null;
  }

  #dispatch(event: SessionEvent): void {
    const previous = attemptOf(this.#state);
    this.#state = transition(this.#state, event);
    const attempt = attemptOf(this.#state);
    if (attempt !== previous) {
      this.#controller?.abort();
      this.#controller = attempt && new AbortController();
      if (attempt && this.#controller) void this.#carryOut(attempt, this.#controller.signal);
    }
    if (attempt === null && this.#opened && this.#opened.slots !== this.slots) this.#close();
  }

  async #carryOut({ id, task }: Attempt, signal: AbortSignal): Promise<void> {
    const watch = this.#watch(id, signal);
    try {
      if (task.kind === 'run') {
        if (task.newFiles) this.openedAt = performance.now();
        const report = await this.#run(task, watch);
        this.#dispatch({ type: 'report', attempt: id, report });
      } else {
        const fetched = await fetchBookmark(task.bookmark, watch);
        this.#dispatch({ type: 'fetched', attempt: id, ...fetched });
      }
    } catch (error) {
      this.#dispatch({ type: 'attemptFailed', attempt: id, failure: failureOf(error) });
    }
  }

  #watch(attempt: number, signal: AbortSignal) {
    return {
      signal,
      unknownColumns: 'list',
      onProgress: (progress) => this.#dispatch({ type: 'progress', attempt, progress }),
      onRows: (firstRows) => this.#dispatch({ type: 'firstRows', attempt, firstRows }),
      onPreview: (report) => this.#dispatch({ type: 'partial', attempt, report, partial: 'first rows' }),
      onUpdate: (report) => this.#dispatch({ type: 'partial', attempt, report, partial: 'first columns' }),
      onStanding: (report) => this.#dispatch({ type: 'standing', attempt, report }),
    } satisfies Watch;
  }

  async #run({ slots, config }: RunTask, watch: Watch): Promise<Report> {
    const data = await this.#open(slots, config, watch);
    const { run } = await lazyRun();
    return run(data, config, watch);
  }

  async #open(slots: Slots, config: ConfigInput, watch: Watch): Promise<OpenedData> {
    const reading = readingKey(config);
    if (this.#opened?.slots === slots && this.#opened.reading === reading) return this.#opened.data;
    this.#close();
    const { open, rowsHost } = await lazyRun();
    const data = await open(slots, config, watch);
    if (watch.signal?.aborted) {
      data.close();
      throw watch.signal.reason;
    }
    this.#opened = { data, slots, reading, rowsHost };
    return data;
  }

  #close() {
    this.#opened?.data.close();
    this.#opened = null;
  }
}
