import type { FirstRows, OpenedData } from '../../analysis/client.ts';
import type { ConfigInput } from '../../facts/settings.ts';
import type { PerSide, Side } from '../../facts/results.ts';
import type { Progress } from '../../analysis/run/run-result.ts';
import type { Report } from '../../facts/document.ts';
import { assign, sideByName } from '../files/assign.ts';
import { fetchBookmark, type Bookmark } from '../files/bookmark.ts';
import { sampleFile } from '../files/fetched.ts';
import { readingKey, readingOfKept } from '../files/reading.ts';
import { isSavedReport, readSavedReport } from '../files/saved.ts';
import { apartFromSetUp, type SetUp } from '../files/set-up.ts';
import { isPair, noFiles, sides, swapped, type Slots } from '../files/slots.ts';
import { sourceOf, type Source } from '../files/source.ts';
import { late } from './late.ts';
import type { Watch } from '../run/run.ts';
import { troubleOf, type Trouble } from '../run/trouble.ts';

export type Unfinished = 'first rows' | 'first columns';
export type Phase = 'empty' | 'running' | 'done' | 'failed';

/** What the screen returns to when an attempt fails or is cancelled. */
interface Standing {
  slots: Slots;
  config: ConfigInput;
  setUp: SetUp | null;
  report: Report | null;
}

/** What the person has put on the page, and what came of it. */
export class Session {
  slots = $state.raw<Slots>(noFiles);
  phase = $state<Phase>('empty');
  progress = $state.raw<Progress | null>(null);
  report = $state.raw<Report | null>(null);
  /** What the report still is, while it is not whole: a look at the first rows, or the columns done so far. */
  partial = $state<Unfinished | null>(null);
  trouble = $state.raw<Trouble | null>(null);
  config = $state.raw<ConfigInput>({});
  /** Where the settings came from, and what they are for files to come; null where nothing was loaded. */
  setUp = $state.raw<SetUp | null>(null);
  /** The start of each file, as it was read. */
  firstRows = $state.raw<PerSide<FirstRows>>({});
  /** Milliseconds on the page's clock when the data came in; null before. */
  openedAt = $state<number | null>(null);

  #standing: Standing = { slots: noFiles, config: {}, setUp: null, report: null };
  #opened: { data: OpenedData; slots: Slots; reading: string } | null = null;
  #attempt: AbortController | null = null;
  /** What could not be read, for another try. */
  #failed: Pick<Standing, 'slots' | 'config'> | null = null;

  /** True while the report on the screen is of what was there before. */
  get stale() {
    return this.phase === 'running' && this.partial === null;
  }

  get running() {
    return this.phase === 'running';
  }

  /** False for a report that was opened without its data. */
  get hasData() {
    return this.slots.reference !== null || this.slots.current !== null;
  }

  /** Files are about to be given: engines that start now stand ready by then. What keeps them from it is told when they are needed. */
  expectFiles(): void {
    late
      .run()
      .then(({ warmUp }) => warmUp())
      .catch(() => undefined);
  }

  /** Takes what was dropped: single files, and folders as several files each; `side` where one was aimed at. */
  async drop(groups: readonly (readonly File[])[], side?: Side): Promise<void> {
    try {
      const { setUp, tables } = await apartFromSetUp(groups);
      if (setUp && tables.length === 0) return await this.useSetUp(setUp);
      if (setUp) Object.assign(this, { setUp, config: setUp.config });
      return await this.#dropTables(tables, side);
    } catch (error) {
      this.fail(error);
    }
  }

  async #dropTables(groups: readonly (readonly File[])[], side?: Side): Promise<void> {
    const [first, second] = groups.map(sourceOf);
    if (!first) return this.fail(new Error('There is no file in this folder. Drop one that holds the tables.'));
    if (side && groups.length > 1) return this.#place(sourceOf(groups.flat()), side);
    if (groups.length > 2) {
      const message = `${groups.length} files were dropped, and it is open which belong together. Drop those of one side on its half of the page: they are read as one table.`;
      return this.fail(new Error(message));
    }
    if (second) return this.start(assign(first, second));
    const [file] = first.files;
    if (file && first.files.length === 1 && (await isSavedReport(file))) return this.show(await readSavedReport(file));
    return this.#place(first, side);
  }

  async trySample(): Promise<void> {
    try {
      const [reference, current] = await Promise.all([
        sampleFile('steel_reference.csv'),
        sampleFile('steel_current.csv'),
      ]);
      return await this.start({ reference: sourceOf([reference]), current: sourceOf([current]) });
    } catch (error) {
      this.fail(error);
    }
  }

  /** Applies a set-up to the files that are here, or to the next ones; null takes it off. */
  useSetUp(setUp: SetUp | null): Promise<void> | void {
    const config = setUp?.config ?? {};
    Object.assign(this, { setUp, trouble: null });
    if (isPair(this.slots) || (this.hasData && this.report)) return this.configure(config);
    this.config = config;
    if (!this.running) this.dismiss();
  }

  /** Fetches what the page's own address names, and runs at once. */
  async openBookmark(bookmark: Bookmark): Promise<void> {
    const attempt = (this.#attempt = new AbortController());
    Object.assign(this, { phase: 'running', trouble: null });
    try {
      const { setUp, slots } = await fetchBookmark(bookmark, this.#watch(attempt.signal));
      if (this.#attempt !== attempt) return;
      if (setUp) Object.assign(this, { setUp, config: setUp.config });
      this.phase = 'empty';
      if (slots.reference || slots.current) return await this.start(slots);
    } catch (error) {
      if (this.#attempt === attempt) this.#fallBack(troubleOf(error));
    }
  }

  swap(): Promise<void> | void {
    const slots = swapped(this.slots);
    if (isPair(slots) || this.running) return this.start(slots);
    this.slots = slots;
  }

  remove(side: Side) {
    this.slots = { ...this.slots, [side]: null };
    this.trouble = null;
  }

  /** Runs on these files with what was inferred; settings of single columns belong to the files they were made for. */
  start(slots: Slots = this.slots): Promise<void> {
    if (slots.current === null && slots.reference !== null) return this.start(swapped(slots));
    const kept = Object.values(slots).some((file) => file && Object.values(this.slots).includes(file));
    this.openedAt = performance.now();
    const config = readingOfKept(this.config, this.slots, slots, this.setUp?.config);
    return this.#run(slots, kept ? config : { ...config, columns: this.setUp?.config.columns ?? {} });
  }

  /** Runs again on the same files: what the change does not touch is not computed again. */
  configure(config: ConfigInput): Promise<void> {
    return this.#run(this.slots, config);
  }

  /** Tries again what was too large, with a random sample of each file that has as large a share of its rows. */
  sampleInstead(share: number): Promise<void> | void {
    if (!this.#failed) return;
    const { slots, config } = this.#failed;
    const sampled = Object.fromEntries(
      sides.map((side) => [side, { ...config.read?.[side], sample: { method: 'random' as const, share } }]),
    );
    return this.#run(slots, { ...config, read: sampled });
  }

  cancel() {
    this.#attempt?.abort();
    this.#attempt = null;
    this.#fallBack(null);
  }

  /** Puts a document on the screen; whatever was running ends. */
  show(report: Report) {
    this.#attempt?.abort();
    this.#attempt = null;
    this.#close();
    this.#settle({ slots: noFiles, config: this.setUp?.config ?? {}, setUp: this.setUp, report });
  }

  /** Says what went wrong; what is on the screen stays. */
  fail(error: unknown) {
    this.trouble = troubleOf(error);
    if (!this.running) this.phase = 'failed';
  }

  dismiss() {
    this.trouble = null;
    if (!this.running) this.phase = this.report ? 'done' : 'empty';
  }

  #place(source: Source, side: Side | undefined): Promise<void> | void {
    const free = this.slots.reference === null ? 'reference' : 'current';
    const at = side ?? sideByName(source.name) ?? free;
    const slots = { ...this.slots, [at]: source };
    // A file that takes the place of one whose report is on the screen is looked at in the same way.
    if (isPair(slots) || (this.report && this.slots[at])) return this.start(slots);
    this.slots = slots;
    this.dismiss();
  }

  async #run(slots: Slots, config: ConfigInput): Promise<void> {
    this.#attempt?.abort();
    const attempt = (this.#attempt = new AbortController());
    Object.assign(this, { slots, config, phase: 'running', partial: null, progress: null, trouble: null });
    try {
      const data = await this.#open(slots, config, this.#watch(attempt.signal));
      const { run } = await late.run();
      const report = await run(data, config, this.#watch(attempt.signal));
      if (this.#attempt === attempt) this.#settle({ slots, config, setUp: this.setUp, report });
    } catch (error) {
      if (this.#attempt !== attempt) return;
      this.#failed = { slots, config };
      this.#fallBack(troubleOf(error));
    }
  }

  #watch(signal: AbortSignal) {
    const unlessOver =
      <T>(take: (value: T) => void) =>
      (value: T) => {
        if (!signal.aborted) take(value);
      };
    return {
      signal,
      unknownColumns: 'list',
      onProgress: unlessOver((progress) => (this.progress = progress)),
      onRows: unlessOver((firstRows) => (this.firstRows = firstRows)),
      onPreview: unlessOver((report) => Object.assign(this, { report, partial: 'first rows' })),
      onUpdate: unlessOver((report) => Object.assign(this, { report, partial: 'first columns' })),
    } satisfies Watch;
  }

  async #open(slots: Slots, config: ConfigInput, watch: Watch): Promise<OpenedData> {
    const reading = readingKey(config);
    if (this.#opened?.slots === slots && this.#opened.reading === reading) return this.#opened.data;
    this.#close();
    const { open } = await late.run();
    const data = await open(slots, config, watch);
    if (watch.signal?.aborted) {
      data.close();
      throw watch.signal.reason;
    }
    this.#opened = { data, slots, reading };
    return data;
  }

  /** The first rows of the report that stands: an attempt that fails must not lose them. */
  #standingRows: PerSide<FirstRows> = {};

  #close() {
    this.#opened?.data.close();
    this.#opened = null;
    this.firstRows = {};
  }

  #settle(standing: Standing) {
    this.#standing = standing;
    this.#standingRows = this.firstRows;
    Object.assign(this, { ...standing, partial: null, phase: 'done', progress: null, trouble: null });
  }

  /** Back to the last report; without one the files stay where they were put. */
  #fallBack(trouble: Trouble | null) {
    const standing = this.#standing.report
      ? this.#standing
      : { slots: this.slots, config: this.config, setUp: this.setUp, report: null };
    if (this.#opened && this.#opened.slots !== standing.slots) this.#close();
    const phase: Phase = trouble ? 'failed' : standing.report ? 'done' : 'empty';
    if (standing.report) this.firstRows = this.#standingRows;
    Object.assign(this, { ...standing, partial: null, phase, progress: null, trouble });
  }
}
