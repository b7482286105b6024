/** Once for all tests in a browser: builds the page, and starts the browser that they share. */
import type { TestProject } from 'vitest/node';
import { builtPage } from '../../../viz/serve/built.ts';
import { launchChromiumServer } from '../chromium.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where the browser is reached. */
    chromium: string;
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const [server] = await Promise.all([launchChromiumServer(), builtPage(() => {})]);
  project.provide('chromium', server.wsEndpoint());
  return () => server.close();
}
