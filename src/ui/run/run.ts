import { version } from '../../../package.json';
import { openData, type OpenedData, type Progress, type RunResult } from '../../analysis/client.ts';
import type { ConfigInput } from '../../analysis/config.ts';
import { buildReport } from '../../report/build.ts';
import type { Report } from '../../report/document.ts';
import { filesToRead, type Slots } from '../files/slots.ts';

export interface Watch {
  onProgress?: ((progress: Progress) => void) | undefined;
  onUpdate?: (partial: Report) => void;
  signal?: AbortSignal | undefined;
}

const document = (result: RunResult) => buildReport(result, { version, createdAt: new Date() });

/** Partial documents as they come, where somebody watches. */
const updates = ({ onUpdate }: Watch) => onUpdate && ((partial: RunResult) => onUpdate(document(partial)));

/** Reads the files; `config` already tells how. A large pair shows its first rows meanwhile. */
export function open(slots: Slots, config: ConfigInput, watch: Watch): Promise<OpenedData> {
  const { onProgress, signal } = watch;
  return openData({ ...filesToRead(slots), config, onProgress, signal, onPreview: updates(watch) });
}

/** Runs on open data; partial reports arrive while columns come in. */
export async function run(opened: OpenedData, config: ConfigInput, watch: Watch): Promise<Report> {
  const { onProgress, signal } = watch;
  return document(await opened.run(config, { onProgress, signal, onUpdate: updates(watch) }));
}
