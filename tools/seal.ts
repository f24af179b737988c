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
      rolldownOptions: { input: 'src/seal/page.ts', output: { format: 'iife' } },
    },
  });
  const [chunk] = 'output' in built ? built.output : [];
  if (chunk === undefined || /<\/script|<!--/i.test(chunk.code)) throw new Error('The seal cannot stand in a page.');
  return chunk.code.trim();
}

/** The script that runs before any other in every page (src/seal/page.ts); built once. */
export const sealScript = (): Promise<string> => (made ??= buildSeal());

/** Puts the seal into the app's page, right behind the policy, which then names it by its hash. */
export function seal(): Plugin {
  return {
    name: 'seal',
    apply: 'build',
    transformIndexHtml: {
      order: 'pre',
      async handler(html) {
        const script = await sealScript();
        const sealed = html
          .replace("script-src 'self'", () => `script-src 'self' ${hashOf(script)}`)
          .replace(
            /(<meta\s+http-equiv="Content-Security-Policy"[^>]*>)/,
            (policy) => `${policy}\n    <script>${script}</script>`,
          );
        if (sealed.length < html.length + script.length + 60) throw new Error('The page has no place for the seal.');
        return sealed;
      },
    },
  };
}
