import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { singleFilePage } from '../../tools/build/single-file.ts';

const page = readFileSync('index.html', 'utf8').replace('</head>', '<link rel="stylesheet" href="./a.css"></head>');
const hostile = 'const end = "</script><!--<script>", tag = `</SCRIPT>`; "$&$1";';

test('the single file holds its script whole, under a policy with that script’s hash alone', () => {
  const files = [{ name: 'sample/a.csv', content: 'a,</script>\n' }];
  const made = singleFilePage({ page, script: hostile, style: 'p { color: red }', icon: '<svg/>', files });
  const script = /<script type="module">(.*?)<\/script>/s.exec(made)?.[1] ?? '';
  expect(script).not.toMatch(/<\/script|<!--/i);
  // What is written otherwise is the same text to the engine.
  expect(script.replaceAll(String.raw`<\/`, '</').replaceAll(String.raw`\x3C!--`, '<!--')).toBe(hostile);
  const hash = createHash('sha256').update(script).digest('base64');
  expect(made).toContain(`content="default-src 'none'; script-src 'sha256-${hash}' 'wasm-unsafe-eval';`);
  expect(made).not.toMatch(/<(script|link)[^>]* (src|href)="(?!data:)/);
  const held = /data-file="sample\/a\.csv"[^>]*>([^<]*)</.exec(made)?.[1] ?? '';
  expect(gunzipSync(Buffer.from(held, 'base64')).toString()).toBe('a,</script>\n');
});
