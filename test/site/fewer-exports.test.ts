import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import { compiled } from '../../src/stats/kernel/compiled.ts';
import { fewerExports } from '../../tools/build/fewer-exports.ts';

const exportsOf = (wasm: Uint8Array<ArrayBuffer>): string[] =>
  WebAssembly.Module.exports(new WebAssembly.Module(wasm)).map(({ name }) => name);

test('a module keeps the exports that are used, and works', () => {
  const kernel = Uint8Array.from(atob(compiled), (letter) => letter.charCodeAt(0));
  const lean = fewerExports(kernel, (name) => name === 'dot' || name === 'memory');
  expect(exportsOf(lean).sort()).toEqual(['dot', 'memory']);
  const { dot, memory } = new WebAssembly.Instance(new WebAssembly.Module(lean)).exports as {
    dot: (a: number, b: number, length: number) => number;
    memory: WebAssembly.Memory;
  };
  memory.grow(2);
  new Float64Array(memory.buffer, 65_536, 6).set([1, 2, 3, 4, 5, 6]);
  expect(dot(65_536, 65_536 + 24, 3)).toBe(32);
  expect(fewerExports(kernel, () => true)).toEqual(kernel);
});

test('the engine’s module is shorter by the names alone', () => {
  const file = createRequire(import.meta.url).resolve('@duckdb/duckdb-wasm/dist/duckdb-eh.wasm');
  const engine = new Uint8Array(readFileSync(file));
  const lean = fewerExports(engine, (name) => name === 'malloc');
  expect(exportsOf(lean)).toEqual(['malloc']);
  const cut = engine.length - lean.length;
  expect(cut).toBeGreaterThan(7e6);
  // Code and data stand behind the exports.
  expect(Buffer.compare(lean.subarray(-20e6), engine.subarray(-20e6))).toBe(0);
});

test('what is no module is refused', () => {
  expect(() => fewerExports(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0, 7, 128), () => true)).toThrow('ends too early');
});
