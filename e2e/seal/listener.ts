import { createSocket, type Socket } from 'node:dgram';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Whoever would be told something: a web server and a UDP port on this machine, which keep what they hear. */
export class Listener {
  readonly heard: string[] = [];
  readonly #web: Server;
  readonly #datagrams: Socket;

  private constructor(web: Server, datagrams: Socket) {
    this.#web = web;
    this.#datagrams = datagrams;
    web.on('connection', () => this.heard.push('a connection'));
    datagrams.on('message', () => this.heard.push('a datagram'));
    web.on('request', ({ url }, response) => {
      this.heard.push(url ?? '');
      response.writeHead(200, { 'Content-Type': 'text/html', 'Access-Control-Allow-Origin': '*' }).end('<p>heard</p>');
    });
  }

  static async start(): Promise<Listener> {
    const web = createServer();
    const datagrams = createSocket('udp4');
    await new Promise<void>((resolve) => web.listen(0, '127.0.0.1', resolve));
    await new Promise<void>((resolve) => datagrams.bind(0, '127.0.0.1', resolve));
    return new Listener(web, datagrams);
  }

  /** Of the web server, without "/" at its end. */
  get address(): string {
    return `http://127.0.0.1:${String((this.#web.address() as AddressInfo).port)}`;
  }

  get datagramPort(): number {
    return this.#datagrams.address().port;
  }

  async stop(): Promise<void> {
    this.#web.closeAllConnections();
    await new Promise((resolve) => this.#web.close(resolve));
    await new Promise<void>((resolve) => this.#datagrams.close(resolve));
  }
}
