/** What the server answers, and to whom. */
import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Answer } from '../../../viz/serve/live-parcel.ts';
import { NoPort, type Serving, serve } from '../../../viz/serve/server.ts';

const page = { html: '<!doctype html><title>ä</title>', script: 'let a;', style: 'a {}' };
let parcel: Answer = { ok: true, json: '{"a":1}' };
let serving: Serving;
beforeAll(async () => {
  serving = await serve(page, () => parcel, 0);
});
afterAll(() => serving.close());

interface Answered {
  readonly status: number | undefined;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
}

function ask(path: string, method = 'GET', host?: string): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const headers = host === undefined ? {} : { Host: host };
    const asked = request(serving.address, { path, method, headers }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (some) => {
        text += some;
      });
      response.on('end', () => resolve({ status: response.statusCode, headers: response.headers, text }));
    });
    asked.on('error', reject).end();
  });
}

describe('the server', () => {
  it('is on loopback, on a port that was free', () => {
    expect(serving.address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
  });

  it.each([
    ['/', 'text/html; charset=utf-8', page.html],
    ['/app.js', 'text/javascript; charset=utf-8', page.script],
    ['/app.css', 'text/css; charset=utf-8', page.style],
    ['/parcel.json', 'application/json; charset=utf-8', '{"a":1}'],
  ])('answers %s', async (path, type, text) => {
    expect(await ask(path)).toMatchObject({ status: 200, text, headers: { 'content-type': type } });
    expect(await ask(path, 'HEAD')).toMatchObject({
      status: 200,
      text: '',
      headers: { 'content-type': type },
    });
  });

  it.each(['/', '/parcel.json', '/nothing'])('lets nothing in from elsewhere at %s', async (path) => {
    const { headers } = await ask(path);
    expect(headers['content-security-policy']).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self'; worker-src blob:; connect-src 'self'; " +
        "img-src blob: data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    );
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'no-store',
    });
  });

  it.each(['evil.example', 'evil.example:80', '127.0.0.1', '127.0.0.1:1', 'localhost.evil.example'])(
    'refuses who calls it %s',
    async (host) => {
      expect(await ask('/parcel.json', 'GET', host)).toMatchObject({ status: 403 });
    },
  );

  it('answers who calls it localhost', async () => {
    const { port } = new URL(serving.address);
    expect(await ask('/', 'GET', `localhost:${port}`)).toMatchObject({ status: 200 });
  });

  it.each(['POST', 'PUT', 'DELETE', 'OPTIONS'])('refuses %s', async (method) => {
    expect(await ask('/', method)).toMatchObject({ status: 405, headers: { allow: 'GET, HEAD' } });
  });

  it.each(['/../package.json', '/%2e%2e/package.json', '/app.js/..', '//', '/index.html'])(
    'has nothing at %s',
    async (path) => {
      expect(await ask(path)).toMatchObject({ status: 404 });
    },
  );

  it('answers with what is wrong, while it is', async () => {
    parcel = { ok: false, problems: 'line 3: <b>' };
    expect(await ask('/parcel.json')).toMatchObject({
      status: 422,
      text: 'line 3: <b>',
      headers: { 'content-type': 'text/plain; charset=utf-8' },
    });
    parcel = { ok: true, json: '{"a":1}' };
  });

  it('says so where the port is taken', async () => {
    const port = Number(new URL(serving.address).port);
    await expect(serve(page, () => parcel, port)).rejects.toThrow(NoPort);
  });

  it('tells those who listen', async () => {
    const abort = new AbortController();
    const response = await fetch(new URL('/changes', serving.address), { signal: abort.signal });
    expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    const reader = response.body?.getReader();
    await reader?.read();
    serving.tell();
    const { value } = (await reader?.read()) ?? {};
    expect(new TextDecoder().decode(value)).toBe('event: saved\ndata:\n\n');
    abort.abort();
  });
});
