import { mkdtemp, mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { appFileSegments, registerAppScheme, respond } from '../../electron/app/app-scheme.ts';
import { CONTENT_SECURITY_POLICY, formatPolicy } from '../../electron/app/csp.ts';

let folder: string;
let root: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'app-scheme-'));
  root = join(folder, 'page');
  await mkdir(join(root, 'assets'), { recursive: true });
  await mkdir(join(folder, 'page-secret'));
  await writeFile(join(root, 'index.html'), '<!doctype html>');
  await writeFile(join(root, 'assets', 'index.js'), 'export {};');
  await writeFile(join(root, 'assets', 'with space.css'), 'body {}');
  await writeFile(join(root, 'licences.json'), '[]');
  await writeFile(join(folder, 'secret.html'), 'secret');
  await writeFile(join(folder, 'page-secret', 'index.html'), 'secret');
  await symlink(join(folder, 'secret.html'), join(root, 'link.html'));
  await symlink(join(folder, 'page-secret'), join(root, 'linked-folder'));
  await symlink(join(root, 'index.html'), join(root, 'inner-link.html'));
});

afterAll(async () => {
  await rm(folder, { recursive: true });
});

function get(address: string): Promise<Response> {
  return respond({ method: 'GET', url: address }, root);
}

describe('the app:// scheme (checklist item 18)', () => {
  it('serves a file of the page with its media type', async () => {
    const response = await get('app://vertex-lineage/assets/index.js');
    expect([response.status, response.headers.get('content-type'), await response.text()]).toStrictEqual([
      200,
      'text/javascript; charset=utf-8',
      'export {};',
    ]);
  });

  it('serves a file whose name needs decoding, and a link inside the folder', async () => {
    const statuses = await Promise.all(
      ['assets/with%20space.css', 'inner-link.html'].map(
        async (path) => (await get(`app://vertex-lineage/${path}`)).status,
      ),
    );
    expect(statuses).toStrictEqual([200, 200]);
  });

  it.each([
    'app://vertex-lineage/../secret.html',
    'app://vertex-lineage/%2e%2e/secret.html',
    'app://vertex-lineage/assets/%2E%2E/%2e%2e/secret.html',
    'app://vertex-lineage/..%2fsecret.html',
    'app://vertex-lineage/assets/..%2f..%2fsecret.html',
    'app://vertex-lineage/%252e%252e/secret.html',
    'app://vertex-lineage/..%5csecret.html',
    'app://vertex-lineage/..\\secret.html',
    'app://vertex-lineage/assets\\..\\..\\secret.html',
    'app://vertex-lineage/C:/secret.html',
    'app://vertex-lineage/index.html%00.js',
    'app://vertex-lineage/index.html::$DATA',
    'app://vertex-lineage/%zz',
    'app://vertex-lineage//secret.html',
    'app://vertex-lineage/',
    'app://vertex-lineage',
    'app://other/index.html',
    'app://vertex-lineage.evil/index.html',
    'app://vertex-lineage:80/index.html',
    'app://user:password@vertex-lineage/index.html',
    'http://vertex-lineage/index.html',
    'file:///etc/passwd',
    'vertex-lineage/index.html',
    '',
  ])('does not serve %s', async (address) => {
    const response = await get(address);
    expect(response.ok).toBe(false);
    expect(await response.text()).toBe('');
  });

  it.each(['link.html', 'linked-folder/index.html'])('does not follow the link %s out of the folder', async (path) => {
    const response = await get(`app://vertex-lineage/${path}`);
    expect([response.status, await response.text()]).toStrictEqual([404, '']);
  });

  it.each(['assets', 'licences.json', 'missing.html'])(
    'does not serve %s: a folder, another type, nothing',
    async (path) => {
      expect((await get(`app://vertex-lineage/${path}`)).status).toBe(404);
    },
  );

  it.each(['POST', 'PUT', 'HEAD', 'OPTIONS', 'DELETE'])('refuses %s', async (method) => {
    expect((await respond({ method, url: 'app://vertex-lineage/index.html' }, root)).status).toBe(405);
  });

  it('is standard and secure, and bypasses no policy', () => {
    const registered: unknown[] = [];
    registerAppScheme({ registerSchemesAsPrivileged: (schemes) => registered.push(...schemes) });
    expect(registered).toStrictEqual([
      { scheme: 'app', privileges: { standard: true, secure: true, codeCache: true } },
    ]);
  });

  it.each(['..%5csecret.html', 'assets\\..\\secret.html', 'C:/secret.html', 'index.html%00', '%252e%252e/secret.html'])(
    'names no file for %s, on whatever system',
    (path) => {
      expect(appFileSegments(`app://vertex-lineage/${path}`)).toBe(undefined);
    },
  );

  it('names the file below the folder by its parts', () => {
    expect(appFileSegments('app://vertex-lineage/assets/a%20b.js?x#y')).toStrictEqual(['assets', 'a b.js']);
  });
});

describe('the page policy (checklist item 7)', () => {
  it('is exactly this', () => {
    expect(formatPolicy(CONTENT_SECURITY_POLICY)).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; " +
        "worker-src 'self'; connect-src 'none'; frame-src 'none'; frame-ancestors 'none'; object-src 'none'; " +
        "base-uri 'none'; form-action 'none'; trusted-types default; require-trusted-types-for 'script'",
    );
  });

  it.each(['index.html', 'assets/index.js', 'missing.html', '..%2fsecret.html'])(
    'stands on the answer for %s',
    async (path) => {
      const response = await get(`app://vertex-lineage/${path}`);
      expect(response.headers.get('content-security-policy')).toBe(formatPolicy(CONTENT_SECURITY_POLICY));
    },
  );

  it('comes with headers that keep the page to itself', async () => {
    const { headers } = await get('app://vertex-lineage/index.html');
    expect(Object.fromEntries(headers)).toStrictEqual({
      'cache-control': 'no-cache',
      'content-security-policy': formatPolicy(CONTENT_SECURITY_POLICY),
      'content-type': 'text/html; charset=utf-8',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'x-dns-prefetch-control': 'off',
    });
  });
});
