import { test as base } from './app.fixture.ts';
import { startLiveGoogle, type LiveGoogle } from './live-google.ts';

/** Starts a fake Google with somebody logged in to it. It is closed when the test ends, however that ends. */
export type StartGoogle = (...size: Parameters<typeof startLiveGoogle>) => Promise<LiveGoogle>;

export const test = base.extend<{ readonly startGoogle: StartGoogle }>({
  // Playwright wants the first argument destructured, though this fixture uses no other.
  startGoogle: async ({}, use) => {
    const started: LiveGoogle[] = [];
    await use(async (...size) => {
      const google = await startLiveGoogle(...size);
      started.push(google);
      return google;
    });
    await Promise.all(started.map((google) => google.close()));
  },
});

export { expect } from './app.fixture.ts';
