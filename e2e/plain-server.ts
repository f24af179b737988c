import { createServer, type Server } from 'node:http';
import { filesIn } from '../tools/site-files.ts';

/** The three types without which a browser takes no page, no module and no style. */
const types: Record<string, string> = { html: 'text/html', js: 'text/javascript', css: 'text/css' };

/** The simplest of static servers: no headers, no compression, everything but three types sent as bytes. */
export class PlainServer {
  #server: Server | undefined;
  #port = 0;
  readonly files = new Map(filesIn('dist').map(({ name, content }) => [name, content]));
  readonly #path: string;

  /** `path` is where the site stands: "/" or "/some/folder/". */
  constructor(path = '/') {
    this.#path = path;
  }

  /** Starts it, the second time on the same port. */
  async start(): Promise<void> {
    const server = createServer((request, response) => {
      const asked = decodeURIComponent(new URL(request.url ?? '/', 'http://x/').pathname);
      const name = asked === this.#path ? 'index.html' : asked.slice(this.#path.length);
      const content = asked.startsWith(this.#path) ? this.files.get(name) : undefined;
      if (content === undefined) return response.writeHead(404).end();
      const type = types[name.slice(name.lastIndexOf('.') + 1)] ?? 'application/octet-stream';
      return response.writeHead(200, { 'Content-Type': type }).end(content);
    });
    await new Promise<void>((resolve) => server.listen(this.#port, '127.0.0.1', resolve));
    const used = server.address();
    this.#port = typeof used === 'object' && used !== null ? used.port : 0;
    this.#server = server;
  }

  address(host = '127.0.0.1'): string {
    return `http://${host}:${String(this.#port)}${this.#path}`;
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
