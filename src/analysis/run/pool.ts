import { helper, type Helper } from '../../engine/bridge.ts';
import { shippedWorker } from '../../shipped/shipped.ts';
import type { StatsWorker } from './stats-worker.ts';
import workerUrl from './stats-worker.ts?worker&url';

interface Member {
  helper: Promise<Helper<StatsWorker>>;
  busy: number;
}

const start = async (): Promise<Helper<StatsWorker>> => helper<StatsWorker>(await shippedWorker(workerUrl));

/** Statistics workers. Ending them is how a run is cancelled: it takes effect at once, whatever they do. */
export class Pool {
  #workers: Member[] = [];
  readonly size: number;

  constructor(size: number) {
    this.size = size;
  }

  /** Starts the workers ahead of the first call. */
  warmUp(): void {
    while (this.#workers.length < this.size) this.#workers.push({ helper: start(), busy: 0 });
  }

  /** Runs a call on the least busy worker. */
  async run<T>(call: (worker: Helper<StatsWorker>['calls']) => Promise<T>): Promise<T> {
    this.warmUp();
    const [first] = this.#workers.toSorted((a, b) => a.busy - b.busy);
    if (first === undefined) throw new Error('the pool has no workers');
    return this.#on(first, call);
  }

  /** Runs a call on worker `index`: for calls that build on each other. */
  async runOn<T>(index: number, call: (worker: Helper<StatsWorker>['calls']) => Promise<T>): Promise<T> {
    this.warmUp();
    const worker = this.#workers[index % this.size];
    if (worker === undefined) throw new Error('the pool has no workers');
    return this.#on(worker, call);
  }

  async #on<T>(worker: Member, call: (worker: Helper<StatsWorker>['calls']) => Promise<T>): Promise<T> {
    worker.busy++;
    try {
      const { calls, gone } = await worker.helper;
      return await Promise.race([call(calls), gone]);
    } finally {
      worker.busy--;
    }
  }

  end(): void {
    for (const { helper } of this.#workers) void helper.then((one) => one.end());
    this.#workers = [];
  }
}
