import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { transformWithOxc, type Plugin } from 'vite';
import { filesIn, type SiteFile } from '../site-files.ts';

const SOURCE = 'src/offline/service-worker.ts';
const WORKER = 'service-worker.js';

/** One hash for all that a version of the site consists of. */
function versionOf(files: readonly SiteFile[]): string {
  const hash = createHash('sha256');
  for (const { name, content } of files) hash.update(`${name}\0`).update(content).update('\0');
  return hash.digest('hex').slice(0, 16);
}

/** Ships the service worker, which keeps every file of the site in the browser. */
export function offline(): Plugin {
  let publicDir = '';
  return {
    name: 'offline',
    apply: 'build',
    enforce: 'post',
    configResolved(config) {
      ({ publicDir } = config);
    },
    generateBundle: {
      order: 'post',
      async handler(_options, bundle) {
        const built = Object.entries(bundle).map(([name, one]) => ({
          name,
          content: one.type === 'chunk' ? one.code : one.source,
        }));
        const files = [...built, ...filesIn(publicDir)].sort((a, b) => (a.name < b.name ? -1 : 1));
        const { code } = await transformWithOxc(readFileSync(SOURCE, 'utf8').replace('export {};', ''), SOURCE, {
          target: 'es2022',
        });
        const version = versionOf([...files, { name: WORKER, content: code }]);
        const known = `const FILES = ${JSON.stringify(files.map(({ name }) => name))};\nconst VERSION = ${JSON.stringify(version)};\n`;
        this.emitFile({ type: 'asset', fileName: WORKER, source: known + code });
      },
    },
  };
}
