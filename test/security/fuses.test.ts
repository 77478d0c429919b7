import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as {
  readonly scripts: Readonly<Record<string, string>>;
  readonly build: {
    readonly asar: boolean;
    readonly files: readonly string[];
    readonly publish: null;
    readonly electronFuses: Readonly<Record<string, boolean>>;
  };
};

/** Item 19 of Electron's list, https://www.electronjs.org/docs/latest/tutorial/security and tutorial/fuses. */
describe('the packaged app', () => {
  it('has these fuses and no others', () => {
    expect(manifest.build.electronFuses).toStrictEqual({
      runAsNode: false,
      enableCookieEncryption: true,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
      loadBrowserProcessSpecificV8Snapshot: false,
      grantFileProtocolExtraPrivileges: false,
    });
  });

  it('holds what the build writes for it, and nothing else that lies in the output folder', () => {
    expect(manifest.build.files).toStrictEqual(['out/{licences,main,preload,renderer,sample}/**']);
  });

  it('knows no place to look for updates', () => {
    // Left out, the builder guesses one from the environment it runs in.
    expect(manifest.build.publish).toBeNull();
  });

  it('is one asar archive, which the integrity fuse needs', () => {
    expect(manifest.build.asar).toBe(true);
  });
});

describe('the scripts of package.json', () => {
  it('never turn the sandbox off', () => {
    expect(
      Object.values(manifest.scripts).filter((script) => /no-sandbox|disable-web-security/.test(script)),
    ).toStrictEqual([]);
  });
});
