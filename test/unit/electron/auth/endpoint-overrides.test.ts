import { describe, expect, it } from 'vitest';
import { readEndpointOverrides } from '../../../../electron/auth/endpoint-overrides.ts';

describe('endpoint overrides', () => {
  it('are those of the environment before those of the configuration, each with a slash at its end', () => {
    const overrides = readEndpointOverrides(
      {
        CLOUDSDK_API_ENDPOINT_OVERRIDES_AIPLATFORM: 'https://vertex.internal.example',
        CLOUDSDK_API_ENDPOINT_OVERRIDES_CLOUDKMS: '',
        CLOUDSDK_CORE_PROJECT: 'p',
      },
      new Map([
        ['aiplatform', 'https://other.example/'],
        ['cloudkms', 'https://keys.example/'],
        ['compute', 'http://127.0.0.1:8080/compute/v1/'],
      ]),
    );
    expect([...overrides].map(([service, url]) => [service, url.href])).toStrictEqual([
      ['aiplatform.googleapis.com', 'https://vertex.internal.example/'],
      ['compute.googleapis.com', 'http://127.0.0.1:8080/compute/v1/'],
    ]);
  });

  it.each(['http://localhost:1/', 'http://127.3.2.1/', 'http://[::1]:80/', 'https://private.p.googleapis.com/'])(
    'may be %s',
    (address) => {
      expect(readEndpointOverrides({ CLOUDSDK_API_ENDPOINT_OVERRIDES_STORAGE: address }).size).toBe(1);
    },
  );

  it.each([
    ['http://storage.googleapis.com/', 'http://storage.googleapis.com/', 'http is not encrypted'],
    ['http://127.0.0.1.example.com/', 'http://127.0.0.1.example.com/', 'http is not encrypted'],
    ['http://localhost.example.com/', 'http://localhost.example.com/', 'http is not encrypted'],
    ['ftp://localhost/', 'ftp://localhost/', 'it is neither https nor http'],
    ['https://ada:pa55@example.com/', 'https://example.com/', 'it has a user name or password in it'],
    ['https://example.com/?key=abc', 'https://example.com/', 'it has a query or fragment in it'],
    ['storage.googleapis.com', 'a text', 'it is not an address'],
  ])('may not be %s, and no secret in it is repeated', (address, shown, reason) => {
    expect(() => readEndpointOverrides({ CLOUDSDK_API_ENDPOINT_OVERRIDES_STORAGE: address })).toThrow(
      expect.objectContaining({
        problem: { kind: 'endpoint-refused', service: 'storage.googleapis.com', address: shown, reason },
      }),
    );
  });
});
