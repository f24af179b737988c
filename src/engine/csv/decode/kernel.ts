import { compiled } from './compiled.ts';

/** `assembly/index.ts`: addresses and counts are whole numbers. */
export interface DecodeKernel {
  memory: WebAssembly.Memory;
  room(bytes: number): number;
  setForm(marks: number, tens: number, fives: number, missingTexts: number, missingCells: number): void;
  setHard(address: number, limit: number): void;
  countHard(): number;
  countRows(start: number, end: number): number;
  decode(start: number, end: number, columns: number, count: number): number;
  copyTexts(column: number, rows: number, bytes: number, offsets: number): void;
}

let module: WebAssembly.Module | undefined;

/** A kernel with a memory of its own, which goes with it. */
export function startKernel(): DecodeKernel {
  module ??= new WebAssembly.Module(Uint8Array.from(atob(compiled), (letter) => letter.charCodeAt(0)));
  return new WebAssembly.Instance(module).exports as unknown as DecodeKernel;
}
