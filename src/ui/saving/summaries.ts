import type { Report } from '../../facts/document/document.ts';
import type { PerSide } from '../../facts/document/side.ts';
import { SIDES } from '../../facts/document/sides.ts';
import { download, summaryName } from '../shell/header/download.ts';

/** Saves a file for each side. */
export function downloadSummaries(report: Report, written: PerSide<ArrayBuffer>): void {
  for (const side of SIDES) {
    const bytes = written[side];
    if (bytes === undefined) continue;
    download(new Blob([bytes], { type: 'application/vnd.apache.parquet' }), summaryName(report, side));
  }
}
