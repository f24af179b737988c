import { createHash, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { filesIn } from '../tools/site-files.ts';

/** The three types without which a browser takes no page, no module and no style. */
const types: Record<string, string> = { html: 'text/html', js: 'text/javascript', css: 'text/css' };

/** The host that the certificate of the tests speaks for. */
export const SECURE_NAME = 'plumbline.plant';
const pem = (ending: string): string => readFileSync(`e2e/fixtures/${SECURE_NAME}.${ending}`, 'utf8');

/** Makes Chromium take the tests' own certificate for a good one. */
export function trustArgument(): string {
  const key = new X509Certificate(pem('crt')).publicKey.export({ type: 'spki', format: 'der' });
  return `--ignore-certificate-errors-spki-list=${createHash('sha256').update(key).digest('base64')}`;
}

/** The simplest of static servers: no headers, no compression, everything but three types sent as bytes. */
export class PlainServer {
  #server: Server | undefined;
  #port = 0;
  readonly files = new Map(filesIn('dist').map(({ name, content }) => [name, content]));
  /** The addresses that were asked for, in their order. */
  readonly asked: string[] = [];
  /** Sent with every answer. */
  readonly headers: Record<string, string> = {};
  readonly #path: string;
  readonly #scheme: 'http' | 'https';

  /** `path` is where the site stands: "/" or "/some/folder/". */
  constructor(path = '/', scheme: 'http' | 'https' = 'http') {
    this.#path = path;
    this.#scheme = scheme;
  }

  /** Starts it, the second time on the same port. */
  async start(): Promise<void> {
    const answer: RequestListener = (request, response) => {
      this.asked.push(request.url ?? '');
      const asked = decodeURIComponent(new URL(request.url ?? '/', 'http://x/').pathname);
      const name = asked === this.#path ? 'index.html' : asked.slice(this.#path.length);
      const content = asked.startsWith(this.#path) ? this.files.get(name) : undefined;
      if (content === undefined) return response.writeHead(404).end();
      const type = types[name.slice(name.lastIndexOf('.') + 1)] ?? 'application/octet-stream';
      return response.writeHead(200, { ...this.headers, 'Content-Type': type }).end(content);
    };
    const isSecure = this.#scheme === 'https';
    const server = isSecure ? createSecureServer({ key: pem('key'), cert: pem('crt') }, answer) : createServer(answer);
    await new Promise<void>((resolve) => server.listen(this.#port, '127.0.0.1', resolve));
    const used = server.address();
    this.#port = typeof used === 'object' && used !== null ? used.port : 0;
    this.#server = server;
  }

  address(host = '127.0.0.1'): string {
    return `${this.#scheme}://${host}:${String(this.#port)}${this.#path}`;
  }

  /** Pulls the cable: open connections end as well. */
  async stop(): Promise<void> {
    const server = this.#server;
    if (server === undefined) return;
    this.#server = undefined;
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
}
