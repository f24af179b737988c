import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { build, type Plugin } from 'vite';
import { hashOf, sealScript } from './seal.ts';

/** The page that a report is saved in; the app fetches it when it saves one. */
const PAGE = 'viewer.html';

/** The page unpacks its style and its script itself, which keeps it small; the policy knows both scripts by their hashes. */
const bootstrap = `
const unpack = (id) => {
  const letters = atob(document.getElementById(id).textContent.trim());
  const bytes = Uint8Array.from(letters, (letter) => letter.charCodeAt(0));
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))).text();
};
const add = (name, parent, text) => {
  const element = document.createElement(name);
  element.textContent = text;
  parent.append(element);
};
const old = () => { document.getElementById('app').textContent = 'This browser is too old to show the report: it cannot unpack data (DecompressionStream).'; };
if (typeof DecompressionStream === 'undefined') old();
else Promise.all([unpack('plumbline-style'), unpack('plumbline-script')]).then(([style, script]) => {
  add('style', document.head, style);
  add('script', document.body, script);
});
`;

const packed = (text: string): string => gzipSync(text, { level: 9 }).toString('base64');
const block = (id: string, data: string): string => `<script type="application/gzip" id="${id}">${data}</script>`;

/** The whole page, but for %%TITLE%%, %%SUMMARY%% and %%DATA%%. */
function viewerPage(seal: string, script: string, style: string): string {
  const policy = `default-src 'none'; script-src ${[seal, bootstrap, script].map(hashOf).join(' ')}; style-src 'unsafe-inline'; font-src data:; img-src data: blob:; base-uri 'none'; form-action 'none'`;
  const icon = readFileSync('public/favicon.svg').toString('base64');
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<script>${seal}</script>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="plumbline-report/2">
<title>%%TITLE%%</title>
<link rel="icon" href="data:image/svg+xml;base64,${icon}">
</head>
<body>
<div id="app"></div>
<noscript><h1>%%TITLE%%</h1><p>%%SUMMARY%%</p><p>This report is drawn by a script inside this file; allow it to run to see the rest. Nothing is loaded from anywhere.</p></noscript>
${block('plumbline-style', packed(style))}
${block('plumbline-script', packed(script))}
${block('plumbline-report', '%%DATA%%')}
<script>${bootstrap}</script>
</body>
</html>
`;
}

/** Letters beyond western Europe's are drawn in a typeface of the reader's machine: they would be a quarter of the page. */
const latinAlone: Plugin = {
  name: 'latin-alone',
  enforce: 'pre',
  load: (id) => (id.includes('inter-latin-ext') ? 'export default "";' : null),
};

/** Forms that ask for rows or columns anew. They are nothing where the data are not (their first line says so), and a saved report never has them. */
const FORMS_ON_DATA = ['ColumnChoice', 'CompareWithin', 'MatchLabels', 'OnlyThese', 'SplitForm'];

const withoutForms: Plugin = {
  name: 'without-forms',
  enforce: 'pre',
  load: (id) => (FORMS_ON_DATA.some((name) => id.endsWith(`/${name}.svelte`)) ? '' : null),
};

/** Bundles src/viewer.ts and all it shows into one script and one style sheet. */
async function buildPage(): Promise<string> {
  const built = await build({
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    plugins: [latinAlone, withoutForms, svelte()],
    build: {
      write: false,
      target: 'es2022',
      cssCodeSplit: false,
      modulePreload: false,
      assetsInlineLimit: () => true,
      rolldownOptions: {
        input: 'src/viewer.ts',
        output: { format: 'iife' },
        checks: { emptyImportMeta: false, bundlerTimings: false },
      },
    },
  });
  if (!('output' in built)) throw new Error('The page of a report was not built.');
  const text = (ending: string): string =>
    built.output
      .filter(({ fileName }) => fileName.endsWith(ending))
      .map((file) => (file.type === 'chunk' ? file.code : String(file.source)))
      .join('\n');
  return viewerPage(await sealScript(), text('.js'), text('.css'));
}

/** Ships the page beside the app. It is built once, for however many forms of the app. */
export function viewer(): Plugin {
  let page: Promise<string> | null = null;
  return {
    name: 'viewer',
    configureServer(server) {
      server.watcher.on('change', () => (page = null));
      server.middlewares.use(`/${PAGE}`, (_, response, next) => {
        page ??= buildPage();
        page.then((html) => {
          response.setHeader('Content-Type', 'text/html; charset=utf-8');
          response.end(html);
        }, next);
      });
    },
    async generateBundle() {
      page ??= buildPage();
      this.emitFile({ type: 'asset', fileName: PAGE, source: await page });
    },
  };
}
