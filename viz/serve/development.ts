/** Lets the development server of Vite give the page a parcel, and reload it when the scenario is saved. */
import type { Plugin } from 'vite';
import { LiveParcel, type Made } from './live-parcel.ts';

/** `make` gives what the page is to show. */
export function parcelPlugin(make: () => Made): Plugin {
  return {
    name: 'aula-parcel',
    apply: 'serve',
    configureServer(server) {
      const live = new LiveParcel(make, () => server.ws.send({ type: 'full-reload' }));
      server.httpServer?.on('close', () => live.close());
      server.middlewares.use('/parcel.json', (_, response) => {
        const { answer } = live;
        response.statusCode = answer.ok ? 200 : 422;
        response.setHeader('Content-Type', answer.ok ? 'application/json' : 'text/plain; charset=utf-8');
        response.end(answer.ok ? answer.json : answer.problems);
      });
    },
  };
}
