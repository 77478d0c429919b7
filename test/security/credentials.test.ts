import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');

interface Source {
  readonly file: string;
  readonly text: string;
}

function sourcesIn(...folders: readonly string[]): readonly Source[] {
  return folders.flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .map((file) => `${folder}/${file.replaceAll('\\', '/')}`)
      .filter((file) => /\.tsx?$/u.test(file))
      .map((file) => ({ file, text: readFileSync(join(ROOT, file), 'utf8') })),
  );
}

const ALL = sourcesIn('electron', 'renderer', 'shared');

/** Folders whose sources have a word, without doubles. */
function foldersWith(pattern: RegExp): readonly string[] {
  const found = ALL.filter(({ text }) => pattern.test(text)).map(({ file }) => file.split('/').slice(0, 2).join('/'));
  return [...new Set(found)].toSorted();
}

/** Packages that a file loads when it is loaded, by itself or by what it imports: not those of a type, not those loaded later. */
function packagesLoadedBy(entry: string): ReadonlySet<string> {
  const packages = new Set<string>();
  const seen = new Set<string>();
  const waiting = [entry];
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (seen.has(file)) continue;
    seen.add(file);
    const text = readFileSync(join(ROOT, file), 'utf8');
    for (const [, clause = '', name = ''] of text.matchAll(/^(?:import|export)\s([^;]*?)from '([^']+)';/gmu)) {
      const names = clause.replaceAll(/[{}]/gu, '').split(',');
      const isOfTypes =
        clause.startsWith('type ') || names.every((each) => each.trim() === '' || each.trim().startsWith('type '));
      if (isOfTypes) continue;
      if (name.startsWith('.')) waiting.push(join(dirname(file), name));
      else packages.add(name);
    }
  }
  return packages;
}

const GOOGLE = /^(?:google-|@google-cloud\/|@grpc\/|gaxios|protobufjs|proto3-json-serializer)/u;

describe('credentials of this computer', () => {
  it('are looked for in one folder only', () => {
    expect([
      foldersWith(/application_default_credentials\.json/u),
      foldersWith(/access_token_file/u),
      foldersWith(/config-helper/u),
    ]).toStrictEqual([['electron/auth'], ['electron/auth', 'shared/ipc'], ['electron/auth']]);
  });

  it('that gcloud keeps for itself are touched nowhere', () => {
    expect(foldersWith(/credentials\.db|access_tokens\.db|legacy_credentials/u)).toStrictEqual([]);
  });

  it('are written nowhere', () => {
    const writes = /\b(?:writeFile|appendFile|createWriteStream|rename|copyFile|mkdir)\w*\(/u;
    expect(sourcesIn('electron/auth').filter(({ text }) => writes.test(text))).toStrictEqual([]);
  });

  it('are read by Google’s own library, in one folder', () => {
    expect(foldersWith(/^import \{[^}]*\} from 'google-auth-library'/mu)).toStrictEqual(['electron/auth']);
  });
});

describe('processes', () => {
  it('are started in two folders, and for credentials in one file', () => {
    const starting = ALL.filter(({ text }) => /from 'node:child_process'/u.test(text)).map(({ file }) => file);
    expect(starting.filter((file) => !file.startsWith('electron/runtime/'))).toStrictEqual([
      'electron/auth/node-auth-host.ts',
    ]);
  });

  it('get no shell, nowhere', () => {
    expect(ALL.filter(({ text }) => /\bshell: true|\bexec\(['"`]|\bexecSync\(/u.test(text))).toStrictEqual([]);
  });
});

describe('what is loaded at the start', () => {
  it.each(['electron/main.ts', 'electron/cli/main.ts', 'electron/google/collector-process.ts'])(
    'of %s has no client of Google in it',
    (entry) => {
      expect([...packagesLoadedBy(entry)].filter((name) => GOOGLE.test(name))).toStrictEqual([]);
    },
  );

  it('is found: the client of credentials loads Google’s library', () => {
    expect([...packagesLoadedBy('electron/auth/credential-client.ts')]).toContain('google-auth-library');
    expect([...packagesLoadedBy('electron/main.ts')]).toContain('electron');
  });
});
