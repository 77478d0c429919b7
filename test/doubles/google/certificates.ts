import { generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { contextTag, der, objectIdentifier, TAG, utcTime } from './der.ts';

/** What a TLS server needs, and what its clients must trust; all PEM. */
export interface Certificates {
  readonly ca: string;
  readonly key: string;
  readonly certificate: string;
}

const DAY = 86_400_000;
const ECDSA_WITH_SHA256 = der(TAG.sequence, objectIdentifier('1.2.840.10045.4.3.2'));

/**
 * Makes a certificate authority that signs one certificate and is forgotten: for loopback addresses and, to clients that come
 * through the proxy, for Google's hosts. Good for a month, and only to who is told to trust it.
 */
export function createCertificates(now: number): Certificates {
  const authority = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const server = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const issuer = 'Test authority of the fake Google';
  const life = { notBefore: now - DAY, notAfter: now + 30 * DAY };
  const ca = createCertificate({
    ...life,
    subject: issuer,
    issuer,
    publicKey: authority.publicKey,
    signer: authority.privateKey,
    extensions: [
      extension('2.5.29.19', true, der(TAG.sequence, der(TAG.boolean, Buffer.from([0xff])))),
      // Key usage: may sign certificates (bit 5; two unused bits).
      extension('2.5.29.15', true, der(TAG.bitString, Buffer.from([0x02, 0x04]))),
    ],
  });
  const certificate = createCertificate({
    ...life,
    subject: 'localhost',
    issuer,
    publicKey: server.publicKey,
    signer: authority.privateKey,
    extensions: [
      extension('2.5.29.17', false, der(TAG.sequence, ...HOSTS.map(dnsName), der(contextTag(7, false), LOOPBACK))),
      extension('2.5.29.37', false, der(TAG.sequence, objectIdentifier('1.3.6.1.5.5.7.3.1'))),
    ],
  });
  return { ca, key: server.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(), certificate };
}

const HOSTS = ['localhost', '*.googleapis.com', '*.us.rep.googleapis.com'];
const LOOPBACK = Buffer.from([127, 0, 0, 1]);

function createCertificate(facts: {
  readonly subject: string;
  readonly issuer: string;
  readonly notBefore: number;
  readonly notAfter: number;
  readonly publicKey: KeyObject;
  readonly signer: KeyObject;
  readonly extensions: readonly Uint8Array[];
}): string {
  // The first bit of the serial number is 0 and the second 1, so that it is positive and needs no leading zero.
  const serial = randomBytes(16);
  serial[0] = ((serial[0] ?? 0) & 0x3f) | 0x40;
  const body = der(
    TAG.sequence,
    der(contextTag(0, true), der(TAG.integer, Buffer.from([2]))),
    der(TAG.integer, serial),
    ECDSA_WITH_SHA256,
    commonName(facts.issuer),
    der(TAG.sequence, utcTime(facts.notBefore), utcTime(facts.notAfter)),
    commonName(facts.subject),
    facts.publicKey.export({ type: 'spki', format: 'der' }),
    der(contextTag(3, true), der(TAG.sequence, ...facts.extensions)),
  );
  const signature = der(TAG.bitString, Buffer.from([0]), sign('sha256', body, facts.signer));
  return toPem(der(TAG.sequence, body, ECDSA_WITH_SHA256, signature));
}

function commonName(text: string): Uint8Array {
  const attribute = der(TAG.sequence, objectIdentifier('2.5.4.3'), der(TAG.utf8String, Buffer.from(text)));
  return der(TAG.sequence, der(TAG.set, attribute));
}

function extension(id: string, critical: boolean, value: Uint8Array): Uint8Array {
  const flag = critical ? [der(TAG.boolean, Buffer.from([0xff]))] : [];
  return der(TAG.sequence, objectIdentifier(id), ...flag, der(TAG.octetString, value));
}

function dnsName(host: string): Uint8Array {
  return der(contextTag(2, false), Buffer.from(host));
}

function toPem(bytes: Uint8Array): string {
  const lines =
    Buffer.from(bytes)
      .toString('base64')
      .match(/.{1,64}/gu) ?? [];
  return `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`;
}
