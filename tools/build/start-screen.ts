import { gzipSync } from 'node:zlib';
import type { Plugin, Rolldown } from 'vite';

/** What the first visit may carry over the wire before the start screen stands. */
const MOST_BYTES = 300_000;
/** The only font that the start screen's letters need; packed already. */
const FONT = /inter-latin-wght-normal-.*\.woff2$/;

/** The entry and all that it imports at once, with their styles. */
function neededBy(entry: Rolldown.OutputChunk, bundle: Rolldown.OutputBundle): Set<string> {
  const names = new Set<string>();
  const visit = (chunk: Rolldown.OutputChunk): void => {
    if (names.has(chunk.fileName)) return;
    names.add(chunk.fileName);
    for (const style of chunk.viteMetadata?.importedCss ?? []) names.add(style);
    for (const name of chunk.imports) {
      const next = bundle[name];
      if (next?.type === 'chunk') visit(next);
    }
  };
  visit(entry);
  return names;
}

/** Fails the build when the start screen has become too large to be there at once. */
export function startScreen(): Plugin {
  return {
    name: 'start-screen',
    apply: 'build',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const all = Object.values(bundle);
        const entry = all.find((one) => one.type === 'chunk' && one.isEntry);
        const font = all.find(({ fileName }) => FONT.test(fileName));
        if (entry?.type !== 'chunk' || font === undefined)
          throw new Error('The entry or its font is not in the bundle.');
        const names = [...neededBy(entry, bundle), font.fileName, 'index.html'];
        const sizes = names.map((name) => {
          const one = bundle[name];
          return one === undefined ? 0 : gzipSync(one.type === 'chunk' ? one.code : one.source).length;
        });
        const total = sizes.reduce((sum, size) => sum + size, 0);
        if (total >= MOST_BYTES) {
          const list = names.map((name, i) => `  ${name} ${String(sizes[i])}`).join('\n');
          this.error(`The start screen needs ${String(total)} bytes, over ${String(MOST_BYTES)}:\n${list}`);
        }
        this.info(`start screen: ${(total / 1000).toFixed(0)} kB over the wire`);
      },
    },
  };
}
