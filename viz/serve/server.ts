/**
 * Serves the page on loopback, to the browsers of this machine only: nothing is taken in, and nothing that the page holds
 * can load anything from elsewhere.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from './built.ts';
import type { Answer } from './live-parcel.ts';

const HOST = '127.0.0.1';

/** No script, style or connection but its own; the worker is made of a part of the script. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  'worker-src blob:',
  "connect-src 'self'",
  'img-src blob: data:',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const HEADERS = {
  'Content-Security-Policy': POLICY,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cache-Control': 'no-store',
} as const;

/** The port is somebody else's, or must not be had; the message says so. */
export class NoPort extends Error {}

export interface Serving {
  /** With the port that was had. */
  readonly address: string;
  /** Tells all open pages that the parcel has changed. */
  tell(): void;
  /** Ends all connections. */
  close(): Promise<void>;
}

/** On this port of loopback, or with 0 on one that is free. Throws `NoPort`. */
export async function serve(page: Page, parcel: () => Answer, port: number): Promise<Serving> {
  const listeners = new Set<ServerResponse>();
  let own = '';
  const server = createServer((request, response) => {
    for (const [name, value] of Object.entries(HEADERS)) response.setHeader(name, value);
    const refusal = refusalOf(request, own);
    if (refusal !== null) {
      if (refusal.status === 405) response.setHeader('Allow', 'GET, HEAD');
      answer(response, refusal.status, 'text/plain', refusal.text);
      return;
    }
    const path = (request.url ?? '/').split('?')[0];
    if (path === '/changes' && request.method === 'GET') listen(request, response, listeners);
    else answerWith(response, path, page, parcel);
  });
  await listening(server, port);
  own = String((server.address() as AddressInfo).port);
  return {
    address: `http://${HOST}:${own}/`,
    tell() {
      for (const listener of listeners) listener.write('event: saved\ndata:\n\n');
    },
    close() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      return closed;
    },
  };
}

/**
 * Only reading, and only under a name that is this machine's: a page from elsewhere whose name has been made to lead here
 * would ask with its own name.
 */
function refusalOf(
  { method, headers }: IncomingMessage,
  port: string,
): { status: number; text: string } | null {
  if (headers.host !== `${HOST}:${port}` && headers.host !== `localhost:${port}`)
    return { status: 403, text: 'This address is for this machine only.\n' };
  if (method !== 'GET' && method !== 'HEAD') return { status: 405, text: 'There is nothing to send here.\n' };
  return null;
}

function answerWith(
  response: ServerResponse,
  path: string | undefined,
  page: Page,
  parcel: () => Answer,
): void {
  if (path === '/') answer(response, 200, 'text/html', page.html);
  else if (path === '/app.js') answer(response, 200, 'text/javascript', page.script);
  else if (path === '/app.css') answer(response, 200, 'text/css', page.style);
  else if (path === '/parcel.json') {
    const now = parcel();
    if (now.ok) answer(response, 200, 'application/json', now.json);
    else answer(response, 422, 'text/plain', now.problems);
  } else answer(response, 404, 'text/plain', 'There is nothing here.\n');
}

/** Without the text where only the head was asked for. */
function answer(response: ServerResponse, status: number, type: string, text: string): void {
  const bytes = Buffer.from(text);
  response.writeHead(status, { 'Content-Type': `${type}; charset=utf-8`, 'Content-Length': bytes.length });
  response.end(response.req.method === 'HEAD' ? undefined : bytes);
}

/** Server-sent events, for as long as the page is open. */
function listen(request: IncomingMessage, response: ServerResponse, listeners: Set<ServerResponse>): void {
  response.writeHead(200, { 'Content-Type': 'text/event-stream; charset=utf-8' });
  response.write('retry: 1000\n\n');
  listeners.add(response);
  request.on('close', () => listeners.delete(response));
}

function listening(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (thrown: NodeJS.ErrnoException) => {
      const reasons: Readonly<Record<string, string>> = {
        EADDRINUSE: 'is taken by another program',
        EACCES: 'must not be used: there is no permission',
      };
      const reason = reasons[thrown.code ?? ''];
      reject(reason === undefined ? thrown : new NoPort(`port ${port} ${reason}`));
    });
    server.listen(port, HOST, () => resolve());
  });
}
