import type { BatchSource, Shape } from '../columnar/batches.ts';
import { SliceDecoder } from '../csv/decode/decode-slice.ts';
import { lookAtText } from '../csv/head/look.ts';
import { repairSlice } from '../csv/repair.ts';
import { bodyOffset, readSlice } from '../csv/slices/slices.ts';
import { writeAlike } from '../csv/write-alike.ts';
import { gunzip } from '../packed/gunzip.ts';
import type { Reader } from '../reader.ts';
import { writeJson } from '../records/json.ts';

const shapeOf = ({ rows, columns, notes }: BatchSource): Shape => ({ rows, columns, notes });

/** What a reader does, wherever it runs; what most files do not need is loaded on demand. */
export function readerCalls(): Reader {
  let source: BatchSource | undefined;
  const decoder = new SliceDecoder();
  return {
    ...{ readSlice, repairSlice, lookAtText, bodyOffset, gunzip, writeAlike, writeJson },
    decodeSlice: (file, request) => decoder.read(file, request),
    unzip: async (file, onBytes) => (await import('../packed/unzip.ts')).unzip(file, onBytes),
    writeSheet: async (file, sheet) => (await import('../records/workbook.ts')).writeSheet(file, sheet),
    openParquet: async (file, module, columnOrder) => {
      source = await (await import('../columnar/parquet.ts')).openParquet(file, module, columnOrder);
      return shapeOf(source);
    },
    openArrow: async (file, columnOrder) => {
      source = await (await import('../columnar/arrow.ts')).openArrow(file, columnOrder);
      return shapeOf(source);
    },
    next: async () => (await source?.next()) ?? null,
  };
}
