import { AsyncDuckDB, VoidLogger } from '@duckdb/duckdb-wasm';
import wasmUrl from '@duckdb/duckdb-wasm/dist/duckdb-eh.wasm?url';
import { requireWorkers, shippedModule, shippedWorker } from '../../shipped/shipped.ts';
import type { ArrowTarget, Database } from './database.ts';
import type { EngineStart } from './engine-worker.ts';
import workerUrl from './engine-worker.ts?worker&url';
import { PlumblineError } from '../../facts/statements/errors.ts';
import { engineDied, judge } from './judge.ts';
import { lockdown } from './lockdown.ts';

/** What DuckDB would fetch has gone to its worker by message. */
const NO_ADDRESS = 'data:,';
const START_TIMEOUT_MS = 60_000;
/** How long a cancelled statement may take to stop before its engine is ended. */
const CANCEL_PATIENCE_MS = 800;

/** DuckDB in a worker of its own. */
class WorkerDatabase implements Database {
  readonly #duck: AsyncDuckDB;
  #fail!: (reason: unknown) => void;
  /** Rejects when the engine is gone: calls that DuckDB would leave pending for ever are raced against it. */
  readonly #gone: Promise<never>;
  #closed = false;
  #dead = false;
  #idle: number[] = [];
  /** Ends when the last statement asked for has. One at a time: beside a paused INSERT, a blocking one may wait for ever. */
  #last: Promise<unknown> = Promise.resolve();

  constructor(worker: Worker) {
    this.#gone = new Promise<never>((_resolve, reject) => (this.#fail = reject));
    this.#gone.catch(() => (this.#dead = true));
    this.#duck = new AsyncDuckDB(new VoidLogger(), worker);
    worker.addEventListener('error', (event) => {
      this.#fail(engineDied(event.message));
    });
  }

  async start(): Promise<void> {
    const late = setTimeout(() => {
      this.#fail(new PlumblineError('engine-start', {}));
    }, START_TIMEOUT_MS);
    await this.#alive(() => this.#duck.instantiate(NO_ADDRESS));
    clearTimeout(late);
    await this.#alive(() => this.#duck.open({}));
    const connection = await this.#alive(() => this.#duck.connectInternal());
    for (const statement of lockdown) await this.#alive(() => this.#duck.runQuery(connection, statement));
    this.#idle.push(connection);
  }

  query(sql: string, signal?: AbortSignal): Promise<Uint8Array[]> {
    return this.#inTurn(() => this.#query(sql, signal));
  }

  fetch(sql: string): Promise<Uint8Array> {
    return this.#inTurn(() => this.#fetch(sql));
  }

  insertArrow(stream: Uint8Array, target: ArrowTarget): Promise<void> {
    return this.#inTurn(() => this.#insertArrow(stream, target));
  }

  async #query(sql: string, signal?: AbortSignal): Promise<Uint8Array[]> {
    signal?.throwIfAborted();
    const connection = await this.#connect();
    const cancel = (): void => void this.#cancel(connection);
    signal?.addEventListener('abort', cancel);
    try {
      return await this.#send(connection, sql);
    } catch (error) {
      signal?.throwIfAborted();
      throw this.#judge(error);
    } finally {
      signal?.removeEventListener('abort', cancel);
      this.#idle.push(connection);
    }
  }

  async #fetch(sql: string): Promise<Uint8Array> {
    const connection = await this.#connect();
    try {
      return await this.#alive(() => this.#duck.runQuery(connection, sql));
    } catch (error) {
      throw this.#judge(error);
    } finally {
      this.#idle.push(connection);
    }
  }

  async registerFile(name: string, content: Uint8Array): Promise<void> {
    await this.#alive(() => this.#duck.registerFileBuffer(name, content));
  }

  async dropFile(name: string): Promise<void> {
    await this.#alive(() => this.#duck.dropFile(name));
  }

  async #insertArrow(stream: Uint8Array, { home, name, create }: ArrowTarget): Promise<void> {
    // A connection of its own: a stream without an end mark would leave a half-open decoder on a shared one.
    const connection = await this.#open();
    try {
      await this.#alive(() => this.#duck.runQuery(connection, `USE ${home}`));
      await this.#alive(() => this.#duck.insertArrowFromIPCStream(connection, stream, { name, create }));
    } catch (error) {
      throw this.#judge(error);
    } finally {
      if (!this.#closed) await this.#alive(() => this.#duck.disconnect(connection));
    }
  }

  alive(): boolean {
    return !this.#closed && !this.#dead;
  }

  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#fail(new PlumblineError('engine-closed', {}));
    void this.#duck.terminate();
  }

  #inTurn<T>(statement: () => Promise<T>): Promise<T> {
    const turn = this.#last.then(statement);
    this.#last = turn.catch(() => undefined);
    return turn;
  }

  #alive<T>(call: () => Promise<T>): Promise<T> {
    return this.#closed ? this.#gone : Promise.race([call(), this.#gone]);
  }

  async #connect(): Promise<number> {
    return this.#idle.pop() ?? (await this.#open());
  }

  async #open(): Promise<number> {
    const connection = await this.#alive(() => this.#duck.connectInternal());
    return connection;
  }

  async #send(connection: number, sql: string): Promise<Uint8Array[]> {
    let header = await this.#alive(() => this.#duck.startPendingQuery(connection, sql, false));
    while (header === null) header = await this.#alive(() => this.#duck.pollPendingQuery(connection));
    const pieces = [header];
    for (;;) {
      const piece = await this.#alive(() => this.#duck.fetchQueryResults(connection));
      if (piece === null || piece.length === 0) return pieces;
      pieces.push(piece);
    }
  }

  async #cancel(connection: number): Promise<void> {
    const late = setTimeout(() => {
      this.close();
    }, CANCEL_PATIENCE_MS);
    await this.#alive(() => this.#duck.cancelPendingQuery(connection)).catch(() => false);
    clearTimeout(late);
  }

  #judge(thrown: unknown): unknown {
    const { error, isFatal } = judge(thrown);
    if (isFatal) this.close();
    return error;
  }
}

/** A new locked engine; takes about a second. Close it when done. */
export async function startDatabase(): Promise<Database> {
  const [worker, engine] = await Promise.all([shippedWorker(workerUrl), shippedModule(wasmUrl)]);
  requireWorkers();
  worker.postMessage({ engine } satisfies EngineStart);
  const database = new WorkerDatabase(worker);
  await database.start();
  return database;
}
