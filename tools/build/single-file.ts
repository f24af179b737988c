import { gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';
import { hashOf } from './seal.ts';
import { filesIn, type SiteFile } from '../site-files.ts';

export const SINGLE_FILE = 'plumbline.html';
const MOST_BYTES = 16_000_000;

/** Files that a page opens under an address of its own need their type; the others are only read. */
const types: Record<string, string> = {
  html: 'text/html',
  js: 'text/javascript',
  svg: 'image/svg+xml',
  wasm: 'application/wasm',
};
const typeOf = (name: string): string => types[name.slice(name.lastIndexOf('.') + 1)] ?? '';

/**
 * What the browser holds the single file to: no address at all, and no script but those that are in it.
 * @param scripts the whole texts of those scripts
 */
export function singleFilePolicy(scripts: readonly string[]): string {
  return [
    "default-src 'none'",
    `script-src ${scripts.map(hashOf).join(' ')} 'wasm-unsafe-eval'`,
    'worker-src blob:',
    'connect-src blob:',
    "style-src 'unsafe-inline'",
    'font-src data:',
    'img-src data: blob:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

/** A script's text that neither ends its element nor changes how the rest of the page is read. */
export const inlineScript = (code: string): string =>
  code.replaceAll(/<\/(?=script)/gi, String.raw`<\/`).replaceAll('<!--', String.raw`\x3C!--`);

function inlineStyle(css: string): string {
  if (/<\/style/i.test(css)) throw new Error('The style sheet would end its own element.');
  return css;
}

const holder = ({ name, content }: SiteFile): string =>
  `<script type="application/gzip" data-file="${name}" data-type="${typeOf(name)}">${gzipSync(content, { level: 9 }).toString('base64')}</script>`;

/** Puts `by` in the place of what the page has once and only once. */
function replaceOnce(page: string, what: RegExp, by: string): string {
  const found = page.match(new RegExp(what, 'g'))?.length ?? 0;
  if (found !== 1) throw new Error(`The page has ${String(what)} ${String(found)} times instead of once.`);
  return page.replace(what, () => by);
}

interface Parts {
  page: string;
  script: string;
  style: string;
  icon: string;
  files: readonly SiteFile[];
}

/** The built page with all that it needs inside: its style and its script as they are, files packed. */
export function singleFilePage({ page, script, style, icon, files }: Parts): string {
  const code = inlineScript(script);
  // The seal, which the page already has.
  const scripts = [...[...page.matchAll(/<script>(.*?)<\/script>/gs)].map(([, text]) => text ?? ''), code];
  const edits: [RegExp, string][] = [
    [/\s*<script type="module"[^>]*><\/script>/, ''],
    [/\s*<link rel="manifest"[^>]*>/, ''],
    [/<link rel="stylesheet"[^>]*>/, `<style>${inlineStyle(style)}</style>`],
    [/(?<=http-equiv="Content-Security-Policy"\s+content=")[^"]*/, singleFilePolicy(scripts)],
    [/(?<=<link rel="icon" href=")[^"]*/, `data:image/svg+xml,${encodeURIComponent(icon)}`],
    [/\s*<\/body>/, `\n${files.map(holder).join('\n')}\n<script type="module">${code}</script>\n  </body>`],
  ];
  return edits.reduce((done, [what, by]) => replaceOnce(done, what, by), page);
}

/** Makes one HTML file of everything that is built, and of everything in the public folder. */
export function singleFile(): Plugin {
  let publicDir = '';
  return {
    name: 'single-file',
    enforce: 'post',
    configResolved(config) {
      ({ publicDir } = config);
    },
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const files = filesIn(publicDir);
        const parts = { page: '', script: '', style: '' };
        for (const [name, one] of Object.entries(bundle)) {
          if (one.type === 'chunk') parts.script += one.code;
          else if (name === 'index.html') parts.page = String(one.source);
          else if (name.endsWith('.css')) parts.style += String(one.source);
          else files.push({ name, content: one.source });
          delete bundle[name];
        }
        const icon = String(files.find(({ name }) => name === 'favicon.svg')?.content);
        const source = singleFilePage({ ...parts, icon, files });
        if (source.length > MOST_BYTES) throw new Error(`${SINGLE_FILE} has ${String(source.length)} bytes: too many.`);
        this.emitFile({ type: 'asset', fileName: SINGLE_FILE, source });
      },
    },
  };
}
