import { describe, expect, it } from 'vitest';
import { endpointFor, restAddress } from '../../../../electron/google/endpoints.ts';

const VERTEX = 'aiplatform.googleapis.com';

function overridden(service: string, address: string): ReadonlyMap<string, URL> {
  return new Map([[service, new URL(address)]]);
}

describe('endpointFor', () => {
  it.each([
    ['us-central1', 'us-central1-aiplatform.googleapis.com'],
    ['global', 'aiplatform.googleapis.com'],
    [undefined, 'aiplatform.googleapis.com'],
    ['us', 'aiplatform.us.rep.googleapis.com'],
    ['eu', 'aiplatform.eu.rep.googleapis.com'],
  ])('finds Vertex AI of %s at %s', (location, host) => {
    expect(endpointFor(VERTEX, location, new Map())).toStrictEqual({
      rest: `https://${host}/`,
      grpc: { host, port: 443 },
      isOverride: false,
    });
  });

  it('puts the region before a host in place of Vertex AI’s only if its name starts as that does, as gcloud does', () => {
    const [prefixed, kept] = ['https://aiplatform-net.p.example/', 'https://vertex.example:8443/'].map((address) =>
      endpointFor(VERTEX, 'europe-west4', overridden(VERTEX, address)),
    );
    expect([prefixed, kept]).toStrictEqual([
      {
        rest: 'https://europe-west4-aiplatform-net.p.example/',
        grpc: { host: 'europe-west4-aiplatform-net.p.example', port: 443 },
        isOverride: true,
      },
      { rest: 'https://vertex.example:8443/', grpc: { host: 'vertex.example', port: 8443 }, isOverride: true },
    ]);
  });

  it.each(['http://127.0.0.1:8080/', 'https://gateway.example/vertex/'])('has no gRPC at %s', (address) => {
    expect(endpointFor(VERTEX, 'us-central1', overridden(VERTEX, address))).toStrictEqual({
      rest: address,
      isOverride: true,
    });
  });

  it('does not change the address it was given', () => {
    const overrides = overridden(VERTEX, 'https://aiplatform.example/');
    endpointFor(VERTEX, 'us-central1', overrides);
    expect(overrides.get(VERTEX)?.href).toBe('https://aiplatform.example/');
  });
});

describe('restAddress', () => {
  it.each([
    ['compute.googleapis.com', undefined, 'https://compute.googleapis.com/compute/v1/projects/p'],
    ['compute.googleapis.com', 'http://127.0.0.1:1/', 'http://127.0.0.1:1/compute/v1/projects/p'],
    ['compute.googleapis.com', 'http://127.0.0.1:1/compute/v1/', 'http://127.0.0.1:1/compute/v1/projects/p'],
    ['compute.googleapis.com', 'https://g.example/compute/', 'https://g.example/compute/projects/p'],
  ])('of %s with %s takes the path of Google’s own host', (service, address, expected) => {
    const overrides = address === undefined ? new Map<string, URL>() : overridden(service, address);
    expect(restAddress(service, endpointFor(service, undefined, overrides), 'compute/v1/projects/p')).toBe(expected);
  });

  it('appends the path of a service that has no path of its own', () => {
    const endpoint = endpointFor('cloudkms.googleapis.com', undefined, new Map());
    expect(restAddress('cloudkms.googleapis.com', endpoint, 'v1/projects/p')).toBe(
      'https://cloudkms.googleapis.com/v1/projects/p',
    );
  });
});
