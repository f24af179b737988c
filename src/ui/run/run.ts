import { version } from '../../../package.json';
import { openData, type OpenedData, type Progress, type RunOptions, type RunResult } from '../../analysis/client.ts';
import type { ConfigInput } from '../../analysis/config.ts';
import { buildReport } from '../../report/build.ts';
import type { Report } from '../../report/document.ts';
import { filesToRead, type Slots } from '../files/slots.ts';

export interface Watch {
  onProgress?: ((progress: Progress) => void) | undefined;
  onUpdate?: (partial: Report) => void;
  signal?: AbortSignal | undefined;
}

const stamp = () => ({ version, createdAt: new Date() });

const watched = ({ onProgress, signal }: Watch) => ({ ...(onProgress && { onProgress }), ...(signal && { signal }) });

/** Reads the files; `config` already tells how. */
export function open(slots: Slots, config: ConfigInput, watch: Watch): Promise<OpenedData> {
  return openData({ ...filesToRead(slots), config, ...watched(watch) });
}

/** Runs on open data; partial reports arrive while columns come in. */
export async function run(opened: OpenedData, config: ConfigInput, watch: Watch): Promise<Report> {
  const options: RunOptions = watched(watch);
  const { onUpdate } = watch;
  const document = (result: RunResult) => buildReport(result, stamp());
  if (onUpdate) options.onUpdate = (partial) => onUpdate(document(partial));
  return document(await opened.run(config, options));
}
