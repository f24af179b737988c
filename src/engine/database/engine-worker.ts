import '@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js';

/** The first message: DuckDB, compiled. All that follow are for DuckDB itself. */
export interface EngineStart {
  engine: WebAssembly.Module;
}

// DuckDB's own worker only knows to fetch its module, and waits for ever where that fails.
const toDuckDB = globalThis.onmessage;
globalThis.onmessage = ({ data: { engine } }: MessageEvent<EngineStart>) => {
  globalThis.onmessage = toDuckDB;
  globalThis.fetch = () => Promise.resolve(new Response());
  WebAssembly.instantiateStreaming = async (_source, imports) => {
    try {
      return { module: engine, instance: await WebAssembly.instantiate(engine, imports) };
    } catch (error) {
      reportError(error);
      throw error;
    }
  };
};
