import { createServer, type Server } from 'node:http';
import sirv from 'sirv';

/** Serves the built site on this machine; port 0 takes a free one. */
export function serveSite(port: number): Promise<{ server: Server; address: string }> {
  const files = sirv('dist', { etag: true, dev: false });
  const server = createServer((request, response) => {
    files(request, response, () => {
      response.writeHead(404).end('Not found');
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
