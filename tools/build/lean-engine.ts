import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Plugin } from 'vite';
import { fewerExports } from './fewer-exports.ts';

const dist = dirname(createRequire(import.meta.url).resolve('@duckdb/duckdb-wasm/dist/duckdb-eh.wasm'));
const FOLDER = 'node_modules/.cache/plumbline';

/**
 * DuckDB without the 75 000 names that it offers to extensions, which the lockdown keeps out: for each of them its worker would make an
 * object before it answers, in every engine anew. That is half the time and a quarter of the memory of a start, and a fifth of the file.
 */
export function leanEngine(): Plugin {
  let file: string | undefined;
  return {
    name: 'lean-engine',
    enforce: 'pre',
    resolveId: {
      filter: { id: /duckdb-eh\.wasm\?url$/ },
      handler: () => {
        file ??= writeLean();
        return `${file}?url`;
      },
    },
  };
}

function writeLean(): string {
  const wasm = readFileSync(join(dist, 'duckdb-eh.wasm'));
  const isUsed = usedBy(readFileSync(join(dist, 'duckdb-browser-eh.worker.js'), 'utf8'), wasm);
  mkdirSync(FOLDER, { recursive: true });
  const file = join(process.cwd(), FOLDER, 'duckdb-eh.wasm');
  writeFileSync(file, fewerExports(wasm, isUsed));
  return file;
}

/** What the worker's script names, and what the module asks for itself; behind "orig$" is the same function by another call. */
function usedBy(script: string, wasm: Buffer): (name: string) => boolean {
  const words = new Set(script.match(/[\w$]+/g));
  const asked = new Set(
    WebAssembly.Module.imports(new WebAssembly.Module(new Uint8Array(wasm))).map(({ name }) => name),
  );
  return (name) => {
    const bare = name.replace(/^orig\$/, '');
    return words.has(bare) || words.has(`_${bare}`) || asked.has(bare);
  };
}
