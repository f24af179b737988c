import { readFileSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { debian, freePort, openFolder, run, Started, until } from './machine.ts';

const started = new Started();
afterAll(() => started.end());

const documented = /```nginx\n([^`]+)```/.exec(readFileSync('docs/hosting.md', 'utf8'))?.[1] ?? '';
let port = 0;

interface Answer {
  status: number | undefined;
  headers: NodeJS.Dict<string | string[]>;
}

/** Redirections are not followed, and packed answers not unpacked. */
const head = (path: string, headers: Record<string, string> = {}): Promise<Answer> =>
  new Promise((done, failed) => {
    request({ port, path, headers, method: 'HEAD', host: '127.0.0.1' }, (response) => {
      done({ status: response.statusCode, headers: response.headers });
    })
      .on('error', failed)
      .end();
  });

beforeAll(async () => {
  await debian('nginx-light', 'libnginx-mod-http-brotli-static');
  const folder = openFolder('nginx');
  port = await freePort();
  const lines = documented.replaceAll('/srv/plumbline/dist', resolve('dist'));
  const configuration = `
load_module /usr/lib/nginx/modules/ngx_http_brotli_static_module.so;
daemon off;
user root;
pid ${folder}/pid;
error_log ${folder}/error.log;
events {}
http {
  include /etc/nginx/mime.types;
  access_log off;
  server { listen 127.0.0.1:${String(port)}; ${lines} }
}`;
  writeFileSync(join(folder, 'nginx.conf'), configuration);
  await run('nginx', ['-t', '-c', join(folder, 'nginx.conf')]);
  started.start('nginx', ['-c', join(folder, 'nginx.conf')]);
  await until('nginx', () => head('/'));
});

test('the address without its slash leads to the page, behind any host name and port', async () => {
  expect(await head('/plumbline')).toMatchObject({ status: 301, headers: { location: '/plumbline/' } });
  const page = await fetch(`http://127.0.0.1:${String(port)}/plumbline`);
  expect(page.url).toBe(`http://127.0.0.1:${String(port)}/plumbline/`);
  expect(await page.text()).toContain('<title>Plumbline');
});

test('packed copies are sent, pages are asked for each time and not framed, assets kept for ever', async () => {
  const page = await head('/plumbline/', { 'Accept-Encoding': 'br' });
  expect(page).toMatchObject({
    status: 200,
    headers: {
      ...{ 'content-encoding': 'br', 'cache-control': 'no-cache', 'x-frame-options': 'DENY' },
      'content-security-policy': expect.stringContaining("frame-ancestors 'none'") as string,
    },
  });
  const wasm = /assets\/duckdb-eh[^"']+\.wasm/.exec(readFileSync('dist/service-worker.js', 'utf8'))?.[0] ?? '';
  for (const coding of ['br', 'gzip']) {
    const { status, headers } = await head(`/plumbline/${wasm}`, { 'Accept-Encoding': coding });
    expect([status, headers['content-encoding'], headers['cache-control']]).toEqual([
      ...[200, coding, 'public, max-age=31536000, immutable'],
    ]);
  }
});
