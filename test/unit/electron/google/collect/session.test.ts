import { expect, it } from 'vitest';
import { createChannel } from '../../../../../electron/google/collect/channel.ts';
import { Session } from '../../../../../electron/google/collect/session.ts';
import { ApiFailure } from '../../../../../electron/google/transport/api-failure.ts';
import type { GoogleTransport } from '../../../../../electron/google/transport/transport.ts';

function refused(): ApiFailure {
  const service = 'aiplatform.googleapis.com';
  return new ApiFailure({ status: 'unauthenticated', service, message: 'expired', problem: { kind: 'expired' } });
}

it('asks once for a new login, though an answer to the login before comes later', async () => {
  let pauses = 0;
  const session = new Session(
    { projects: ['northwind'], depth: 0, assets: 'off', transport: 'rest' },
    {
      transport: {} as GoogleTransport,
      now: () => 0,
      gate: {
        pause: async () => {
          pauses += 1;
          return await Promise.resolve('resumed');
        },
      },
      signal: new AbortController().signal,
      toolVersion: '1.0.0',
      mode: { type: 'fresh' },
    },
    createChannel(100),
  );
  let refuse: (error: ApiFailure) => void = () => undefined;
  const slow = new Promise<never>((_resolve, reject) => {
    refuse = reject;
  });
  const answers = [() => slow, () => Promise.resolve('slow')];
  const slowCall = session.call(() => answers.shift()?.() ?? Promise.reject(refused()));
  const quick = [() => Promise.reject(refused()), () => Promise.resolve('quick')];
  expect(await session.call(() => quick.shift()?.() ?? Promise.reject(refused()))).toBe('quick');
  refuse(refused());
  expect([await slowCall, pauses]).toStrictEqual(['slow', 1]);
});
