import { createHash } from 'node:crypto';
import { build, type Plugin } from 'vite';

/** A script's hash, as a policy names it. */
export const hashOf = (script: string): string => `'sha256-${createHash('sha256').update(script).digest('base64')}'`;

let made: Promise<string> | undefined;

async function buildSeal(): Promise<string> {
  const built = await build({
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    build: {
      write: false,
      target: 'es2022',
      modulePreload: false,
      rolldownOptions: {
        input: 'src/seal/page.ts',
        output: { format: 'iife' },
        checks: { emptyImportMeta: false, bundlerTimings: false },
      },
    },
  });
  const [chunk] = 'output' in built ? built.output : [];
  if (chunk === undefined || /<\/script|<!--/i.test(chunk.code)) throw new Error('The seal cannot stand in a page.');
  return chunk.code.trim();
}

/** The script that runs before any other in every page (src/seal/page.ts); built once. */
export const sealScript = (): Promise<string> => (made ??= buildSeal());

const POLICY = /(<meta\s+http-equiv="Content-Security-Policy"[^>]*>)/;

/**
 * Puts the seal into the app's page, right behind the policy. Beside the page it is a file of its own, so that a server whose policy allows
 * scripts of its own place alone need not know it; in the single file it stands in the page.
 */
export function seal(): Plugin {
  let isInside = false;
  const address = (script: string): string =>
    `assets/seal-${createHash('sha256').update(script).digest('hex').slice(0, 8)}.js`;
  return {
    name: 'seal',
    apply: 'build',
    configResolved({ mode }) {
      isInside = mode === 'single-file';
    },
    transformIndexHtml: {
      order: 'post',
      async handler(html) {
        const script = await sealScript();
        const element = isInside ? `<script>${script}</script>` : `<script src="./${address(script)}"></script>`;
        const sealed = html.replace(POLICY, (policy) => `${policy}\n    ${element}`);
        if (sealed === html) throw new Error('The page has no place for the seal.');
        return sealed;
      },
    },
    async generateBundle() {
      const source = await sealScript();
      if (!isInside) this.emitFile({ type: 'asset', fileName: address(source), source });
    },
  };
}
