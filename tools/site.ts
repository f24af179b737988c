import { createReadStream, existsSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { createBrotliDecompress } from 'node:zlib';
import sirv from 'sirv';
import { commandWords } from '../src/words/command-words.ts';
import { filesIn } from './site-files.ts';

/** Beside the folder of the command, bundled or not. */
const SITE = join(import.meta.dirname, '..', 'dist');

const PACKED = '.br';

/** The package carries its largest files packed alone, as every one of these is WebAssembly: they are unpacked on the way. */
function packedFiles(): (request: IncomingMessage, response: ServerResponse) => boolean {
  const names = new Set(filesIn(SITE).map(({ name }) => name));
  return ({ url = '/' }, response) => {
    const name = new URL(url, 'http://127.0.0.1').pathname.slice(1);
    if (!names.has(name + PACKED)) return false;
    response.writeHead(200, {
      'Content-Type': name.endsWith('.wasm') ? 'application/wasm' : 'application/octet-stream',
    });
    createReadStream(join(SITE, name + PACKED))
      .pipe(createBrotliDecompress())
      .pipe(response);
    return true;
  };
}

/**
 * Serves the built site on this machine; port 0 takes a free one.
 * @throws Error where the site was not built
 */
export function serveSite(port: number): Promise<{ server: Server; address: string }> {
  if (!existsSync(join(SITE, 'index.html'))) {
    throw new Error(commandWords.notBuilt);
  }
  const files = sirv(SITE, { etag: true, dev: false });
  const packed = packedFiles();
  const server = createServer((request, response) => {
    files(request, response, () => {
      if (!packed(request, response)) response.writeHead(404).end('Not found');
    });
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const used = server.address();
      const at = typeof used === 'object' && used !== null ? used.port : port;
      resolve({ server, address: `http://127.0.0.1:${String(at)}/` });
    });
  });
}
