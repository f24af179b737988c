import { version } from '../../../package.json';
import { openData, warmUp, type FirstRows, type OpenedData } from '../../analysis/client.ts';
import type { ConfigInput } from '../../facts/settings/settings.ts';
import type { PerSide } from '../../facts/document/side.ts';
import type { Progress, RunResult } from '../../analysis/run/run-result.ts';
import { buildReport } from '../../report/build.ts';
import type { Report } from '../../facts/document/document.ts';
import { filesToRead, type Slots } from '../files/slots.ts';

export { warmUp };
export { rowsHost } from '../rows/rows-host.ts';

export interface Watch {
  onProgress?: ((progress: Progress) => void) | undefined;
  /** Gets what the first rows show, while a large file is still being read. */
  onPreview?: (partial: Report) => void;
  /** Gets the files' first rows. */
  onRows?: (rows: PerSide<FirstRows>) => void;
  /** Gets the columns done so far. */
  onUpdate?: (partial: Report) => void;
  /** Gets a report that stands, while rows that stand out are still looked for. */
  onStanding?: (report: Report) => void;
  /** Whether the config may name columns that no file has. */
  unknownColumns?: 'refuse' | 'list' | undefined;
  signal?: AbortSignal | undefined;
}

const document = (result: RunResult) => buildReport(result, { version, createdAt: new Date() });

/** Hands on documents of what is there so far, where somebody watches. */
const handOn = (take: ((partial: Report) => void) | undefined) =>
  take && ((partial: RunResult) => take(document(partial)));

/** Reads the files. */
export function open(slots: Slots, config: ConfigInput, watch: Watch): Promise<OpenedData> {
  const { onProgress, onRows, unknownColumns, signal } = watch;
  const watched = { onProgress, onRows, unknownColumns, signal, onPreview: handOn(watch.onPreview) };
  return openData({ ...filesToRead(slots), config, ...watched });
}

/** Runs on open data. */
export async function run(opened: OpenedData, config: ConfigInput, watch: Watch): Promise<Report> {
  const { onProgress, unknownColumns, signal } = watch;
  const [onUpdate, onStanding] = [handOn(watch.onUpdate), handOn(watch.onStanding)];
  return document(await opened.run(config, { onProgress, unknownColumns, signal, onUpdate, onStanding }));
}
