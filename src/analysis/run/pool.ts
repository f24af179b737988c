import { helper, type Helper } from '../../engine/bridge.ts';
import { elementAt } from '../../facts/element-at.ts';
import { shippedWorker } from '../../shipped/shipped.ts';
import type { StatsCalls } from './stats-calls.ts';
import workerUrl from './stats-worker.ts?worker&url';

/** Cells below which compiling takes a statistics worker longer than counting. */
const SMALL_RUN = 10_000_000;

interface Member {
  helper: Promise<Helper<StatsCalls>>;
  busy: number;
}

type Call<T> = (worker: Helper<StatsCalls>['calls']) => Promise<T>;

const start = async (): Promise<Helper<StatsCalls>> => helper<StatsCalls>(await shippedWorker(workerUrl));

/** Statistics workers. Ending them is how a run is cancelled: it takes effect at once, whatever they do. */
export class Pool {
  #workers: Member[] = [];
  /** The worker that each column belongs to: it has its summary, if any has. */
  readonly #owners = new Map<string, Member>();
  readonly size: number;
  readonly #cores: number;
  #columnWorkers: number;

  /** @param cores of the machine */
  constructor(cores: number) {
    this.#cores = cores;
    this.size = Math.max(2, Math.min(4, cores));
    this.#columnWorkers = this.size;
  }

  /**
   * Columns that come for the first time are spread over all workers; those of a small run over one, where the engines keep both
   * cores busy: a second one would compile everything a second time, which takes longer than its share of the columns.
   * @param cells of all files
   */
  spreadColumns(cells: number): void {
    this.#columnWorkers = this.#cores <= 2 && cells < SMALL_RUN ? 1 : this.size;
  }

  /** Starts the workers ahead of the first call. */
  warmUp(): void {
    while (this.#workers.length < this.size) this.#workers.push(this.#member());
  }

  /** Runs a call on the least busy worker. */
  run<T>(call: Call<T>): Promise<T> {
    return this.#on(this.#leastBusy(), call);
  }

  /** Runs a call about columns on the worker that they belong to: the least busy one, when they come for the first time. */
  runFor<T>(columns: readonly string[], call: Call<T>): Promise<T> {
    const owner =
      columns.map((name) => this.#owners.get(name)).find((candidate) => candidate !== undefined) ??
      this.#leastBusy(this.#columnWorkers);
    for (const name of columns) this.#owners.set(name, owner);
    return this.#on(owner, call);
  }

  /** The number of the worker that a column belongs to; −1 for none. */
  ownerOf(column: string): number {
    const owner = this.#owners.get(column);
    return owner === undefined ? -1 : this.#workers.indexOf(owner);
  }

  /** Runs a call on every worker. */
  runOnAll(call: Call<void>): Promise<void> {
    this.warmUp();
    return this.runOnStarted(call);
  }

  /** Runs a call on the workers that there are. */
  async runOnStarted(call: Call<void>): Promise<void> {
    await Promise.all(this.#workers.map((worker) => this.#on(worker, call)));
  }

  /** Runs a call on worker `index`: for calls that build on each other. */
  runOn<T>(index: number, call: Call<T>): Promise<T> {
    this.warmUp();
    return this.#on(elementAt(this.#workers, index % this.size), call);
  }

  /** A worker that leaves the pool when it dies: another takes its place at the next call. */
  #member(): Member {
    const member: Member = { helper: start(), busy: 0 };
    member.helper
      .then(({ gone }) => gone)
      .catch(() => {
        this.#workers = this.#workers.filter((worker) => worker !== member);
        for (const [column, owner] of this.#owners) if (owner === member) this.#owners.delete(column);
      });
    return member;
  }

  #leastBusy(among = this.size): Member {
    this.warmUp();
    return elementAt(
      this.#workers.slice(0, among).toSorted((a, b) => a.busy - b.busy),
      0,
    );
  }

  async #on<T>(worker: Member, call: Call<T>): Promise<T> {
    worker.busy++;
    try {
      const { calls, gone } = await worker.helper;
      return await Promise.race([call(calls), gone]);
    } finally {
      worker.busy--;
    }
  }

  end(): void {
    for (const { helper } of this.#workers) void helper.then((worker) => worker.end());
    this.#workers = [];
    this.#owners.clear();
  }
}
