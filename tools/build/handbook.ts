import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { marked, type Tokens } from 'marked';
import type { Plugin } from 'vite';

const SOURCE = 'docs/statistics.md';
/** Where the app's links lead. */
const PAGE = 'statistics.html';

const style = `
:root { --ink: #1c2430; --ink-2: #566173; --line: #dfe3e8; --surface: #fff; --tint: #f5f6f8; color-scheme: light dark; }
@media screen and (prefers-color-scheme: dark) {
  :root { --ink: #e8ebf0; --ink-2: #a2acba; --line: #323a46; --surface: #14181f; --tint: #1c222b; }
}
* { box-sizing: border-box; }
html { scroll-padding-top: 1.5rem; }
body { margin: 0; background: var(--surface); color: var(--ink); font: 400 0.9375rem/1.6 'Inter Variable', Inter, system-ui, sans-serif; font-variant-numeric: tabular-nums; }
.page { display: grid; grid-template-columns: 15rem minmax(0, 44rem); gap: 4rem; max-width: 72rem; margin: 0 auto; padding: 2.5rem clamp(1rem, 4vw, 3rem) 6rem; }
nav { position: sticky; top: 2.5rem; align-self: start; max-height: calc(100vh - 5rem); overflow: auto; font-size: 0.8125rem; }
nav ul { list-style: none; margin: 0 0 1rem; padding: 0; }
nav p { margin: 0 0 0.25rem; font-weight: 600; }
nav a { display: block; padding: 0.125rem 0; color: var(--ink-2); text-decoration: none; }
a { color: inherit; text-decoration: underline 1px; text-underline-offset: 0.2em; text-decoration-color: var(--ink-2); }
a:hover { color: var(--ink); text-decoration-thickness: 2px; }
a:focus-visible, .scroll:focus-visible { outline: 2px solid #1d63d8; outline-offset: 2px; }
h1 { margin: 0 0 1rem; font-size: clamp(1.625rem, 1.2rem + 1.7vw, 2.5rem); line-height: 1.15; letter-spacing: -0.026em; }
h2 { margin: 3.5rem 0 1rem; padding-top: 1rem; border-top: 1px solid var(--ink); font-size: 1.25rem; }
h3 { margin: 2rem 0 0.5rem; font-size: 0.9375rem; }
h3:has(:target), h2:has(:target), tr:has(:target) { background: var(--tint); box-shadow: 0 0 0 0.5rem var(--tint); }
p, li { text-wrap: pretty; overflow-wrap: anywhere; }
ul { padding-inline-start: 1.125rem; }
li { margin-block: 0.125rem; }
code { padding: 0.0625rem 0.25rem; border-radius: 3px; background: var(--tint); font: 0.8125rem/1.4 ui-monospace, monospace; }
.scroll { overflow-x: auto; margin-block: 1rem; }
table { border-collapse: collapse; font-size: 0.8125rem; }
th, td { padding: 0.3125rem 1rem 0.3125rem 0; border-bottom: 1px solid var(--line); text-align: start; vertical-align: baseline; }
th { font-weight: 600; }
[align='right'] { text-align: end; white-space: nowrap; }
@media (max-width: 800px) { .page { display: block; } nav { position: static; max-height: none; columns: 2; margin-bottom: 2.5rem; } }
@media print { nav { display: none; } .page { display: block; padding: 0; } h3 { break-after: avoid; } }
`;

interface Entry {
  depth: number;
  id: string | undefined;
  title: string;
}

const ANCHOR = /<a id="([^"]+)"><\/a>/;

function entriesOf(markdown: string): Entry[] {
  const headings = marked.lexer(markdown).filter((token): token is Tokens.Heading => token.type === 'heading');
  return headings.map(({ depth, text }) => ({
    depth,
    id: ANCHOR.exec(text)?.[1],
    title: text.replace(ANCHOR, ''),
  }));
}

function contents(entries: readonly Entry[]): string {
  const items = entries
    .filter(({ depth }) => depth > 1)
    .map(({ depth, id, title }) => {
      const name = id === undefined ? title : `<a href="#${id}">${title}</a>`;
      return depth === 2 ? `</ul><p>${name}</p><ul>` : `<li>${name}</li>`;
    });
  return `<ul>${items.join('')}</ul>`;
}

/** The handbook as one page without script, whose policy allows nothing but its own style. */
export function handbookPage(markdown: string): string {
  const body = marked
    .parse(markdown, { async: false })
    .replaceAll('<table>', '<div class="scroll" tabindex="0" role="region" aria-label="Table"><table>')
    .replaceAll('</table>', '</table></div>');
  const hash = createHash('sha256').update(style).digest('base64');
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Statistics · Plumbline</title>
<style>${style}</style>
</head>
<body>
<div class="page">
<nav aria-label="Contents">${contents(entriesOf(markdown))}</nav>
<main>${body}</main>
</div>
</body>
</html>
`;
}

/** Ships docs/statistics.md beside the app, where every number's name leads. */
export function handbook(): Plugin {
  const page = (): string => handbookPage(readFileSync(SOURCE, 'utf8'));
  return {
    name: 'handbook',
    configureServer(server) {
      server.middlewares.use(`/${PAGE}`, (_, response) => {
        response.setHeader('Content-Type', 'text/html; charset=utf-8');
        response.end(page());
      });
    },
    generateBundle() {
      this.emitFile({ type: 'asset', fileName: PAGE, source: page() });
    },
  };
}
