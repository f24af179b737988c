import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { build } from 'vite';
import manifest from '../../package.json' with { type: 'json' };

/*
 * Writes lib/, what the package runs in Node: the command, the statistics and the views of metrics, bundled, with their types.
 * What it leaves out is what an installation brings with it: the dependencies of package.json.
 */
const FOLDER = 'lib';
const TYPES = 'node_modules/.cache/library-types';
const ENTRIES = { command: 'tools/command/command.ts', statistics: 'src/statistics.ts', metrics: 'src/metrics.ts' };
const TYPED = ['statistics', 'metrics'];

async function bundle(): Promise<void> {
  await build({
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    ssr: { noExternal: true, external: Object.keys(manifest.dependencies) },
    build: {
      ssr: true,
      target: 'node20',
      outDir: FOLDER,
      // Flat: the command finds the site beside its own folder.
      rolldownOptions: { input: ENTRIES, output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' } },
    },
  });
}

const IMPORT = /(from |import\()(['"])(\.[^'"]+)\.ts\2/g;

/** Writes the declarations that can be reached from an entry, as Node's modules name each other. */
function writeTypes(): void {
  rmSync(TYPES, { recursive: true, force: true });
  execFileSync(process.execPath, ['node_modules/@typescript/native/bin/tsc', '-p', 'tools/package/tsconfig.json']);
  const seen = new Set<string>();
  const write = (name: string): void => {
    if (seen.has(name)) return;
    seen.add(name);
    const text = readFileSync(join(TYPES, `${name}.d.ts`), 'utf8');
    const path = join(FOLDER, 'types', `${name}.d.ts`);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text.replace(IMPORT, '$1$2$3.js$2'));
    for (const [, , , to = ''] of text.matchAll(IMPORT)) write(join(dirname(name), to));
  };
  TYPED.forEach(write);
}

await bundle();
writeTypes();
