import { serve, transfer } from '../bridge.ts';
import { hearPanic } from '../columnar/panic.ts';
import type { BatchSource, Shape } from '../columnar/batches.ts';
import { lookAtText } from '../csv/head/look.ts';
import { repairSlice } from '../csv/repair.ts';
import { bodyOffset, readSlice } from '../csv/slices.ts';
import { writeAlike } from '../csv/write-alike.ts';
import { gunzip } from '../packed/gunzip.ts';
import { writeJson } from '../records/json.ts';
import type { Reader } from '../reader.ts';

let source: BatchSource | undefined;

const shapeOf = ({ rows, columns, notes }: BatchSource): Shape => ({ rows, columns, notes });

const api: Reader = {
  async readSlice(file, request) {
    const slice = await readSlice(file, request);
    return transfer(slice, [slice.bytes.buffer]);
  },

  lookAtText,

  async repairSlice(file, request) {
    const repaired = await repairSlice(file, request);
    return transfer(repaired, [repaired.bytes.buffer]);
  },

  bodyOffset,

  gunzip,

  async unzip(file, onBytes) {
    // Loaded on demand, as are the others below: most files are text.
    return (await import('../packed/unzip.ts')).unzip(file, onBytes);
  },

  writeAlike,

  writeJson,

  async writeSheet(file, sheet) {
    return (await import('../records/workbook.ts')).writeSheet(file, sheet);
  },

  async openParquet(file, decoder, columnOrder) {
    source = await (await import('../columnar/parquet.ts')).openParquet(file, decoder, columnOrder);
    return shapeOf(source);
  },

  async openArrow(file, columnOrder) {
    source = await (await import('../columnar/arrow.ts')).openArrow(file, columnOrder);
    return shapeOf(source);
  },

  async next() {
    const batch = (await source?.next()) ?? null;
    return batch === null ? null : transfer(batch, [batch.stream.buffer]);
  },
};

addEventListener('error', (event) => {
  if (hearPanic(event.error)) event.preventDefault();
});
addEventListener('unhandledrejection', (event) => {
  if (hearPanic(event.reason)) event.preventDefault();
});

serve(api);
