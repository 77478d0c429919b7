import { X509Certificate } from 'node:crypto';
import { connect as connectPlain } from 'node:net';
import { get } from 'node:https';
import type { RequestOptions } from 'node:https';
import { connect } from 'node:tls';
import type { TLSSocket } from 'node:tls';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { buildEstate } from '../../../doubles/google/build-estate.ts';
import { createCertificates } from '../../../doubles/google/certificates.ts';
import { startFakeGoogle } from '../../../doubles/google/start.ts';
import type { FakeGoogle } from '../../../doubles/google/start.ts';

let fake: FakeGoogle;

beforeAll(async () => {
  fake = await startFakeGoogle({
    estate: buildEstate({ projects: 1, locations: ['us-central1'], jobsPerLocation: 1 }),
  });
});

afterAll(async () => {
  await fake.close();
});

/** Status of a GET over TLS. */
function statusOf(options: RequestOptions, host = 'localhost'): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const path = '/v1/projects/ml-project-1/locations/us-central1/customJobs';
    const headers = { authorization: `Bearer ${fake.accessToken}`, host };
    get({ host: 'localhost', family: 4, port: fake.tls.port, path, agent: false, ...options, headers }, (response) => {
      response.resume();
      resolve(response.statusCode);
    }).on('error', reject);
  });
}

/** First line a proxy answers a CONNECT with. */
function connectAnswer(target: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connectPlain(Number(new URL(fake.proxy).port), '127.0.0.1', () => {
      socket.write(`CONNECT ${target} HTTP/1.1\r\nHost: ${target}\r\n\r\n`);
    });
    socket.on('error', reject);
    socket.once('data', (bytes) => {
      socket.destroy();
      resolve(bytes.toString().split('\r\n')[0] ?? '');
    });
  });
}

it('is trusted by who trusts its authority, and by nobody else', async () => {
  expect(await statusOf({ ca: fake.tls.ca })).toBe(200);
  await expect(statusOf({})).rejects.toThrow(/self-signed|unable to (?:get|verify)/u);
});

it('serves Google’s host names, and tells regions apart by them', async () => {
  const statuses = await Promise.all(
    ['us-central1-aiplatform.googleapis.com', 'europe-west4-aiplatform.googleapis.com', 'storage.googleapis.com'].map(
      (servername) => statusOf({ ca: fake.tls.ca, servername }, servername),
    ),
  );
  expect(statuses).toStrictEqual([200, 400, 404]);
});

it('speaks HTTP/2 to who asks for it', async () => {
  const protocol = await new Promise((resolve, reject) => {
    const socket: TLSSocket = connect(
      { host: '127.0.0.1', port: fake.tls.port, servername: 'localhost', ca: fake.tls.ca, ALPNProtocols: ['h2'] },
      () => {
        resolve(socket.alpnProtocol);
        socket.destroy();
      },
    );
    socket.on('error', reject);
  });
  expect(protocol).toBe('h2');
});

it('makes certificates of which the one signs the other', () => {
  const { ca, certificate } = createCertificates(Date.parse('2026-11-23T10:00:00Z'));
  const [authority, server] = [new X509Certificate(ca), new X509Certificate(certificate)];
  expect([authority.ca, server.ca, server.verify(authority.publicKey), server.checkIssued(authority)]).toStrictEqual([
    true,
    false,
    true,
    true,
  ]);
  expect([server.validFrom, server.validTo]).toStrictEqual(['Nov 22 10:00:00 2026 GMT', 'Dec 23 10:00:00 2026 GMT']);
  expect([
    server.checkHost('kms.googleapis.com'),
    server.checkIP('127.0.0.1'),
    server.checkHost('example.com'),
  ]).toStrictEqual(['*.googleapis.com', '127.0.0.1', undefined]);
});

it('lets the proxy reach Google’s names only', async () => {
  expect(await connectAnswer('cloudkms.googleapis.com:443')).toBe('HTTP/1.1 200 Connection established');
  expect(await connectAnswer('example.com:443')).toBe('HTTP/1.1 403 Forbidden');
  expect(await connectAnswer('cloudkms.googleapis.com.example.com:443')).toBe('HTTP/1.1 403 Forbidden');
  expect(fake.proxied).toStrictEqual([
    'cloudkms.googleapis.com:443',
    'example.com:443',
    'cloudkms.googleapis.com.example.com:443',
  ]);
});
