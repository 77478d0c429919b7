import { describe, expect, it } from 'vitest';
import { findGcloud } from '../../../../electron/auth/find-gcloud.ts';
import { readConfiguration } from '../../../../electron/auth/gcloud-configurations.ts';
import { parsePythonIni } from '../../../../electron/auth/python-ini.ts';
import { createHostDouble } from './host-double.ts';

describe('parsePythonIni', () => {
  it('reads what gcloud writes, and what people make of it', () => {
    const file = parsePythonIni(
      '\uFEFF; a comment\n[core]\nAccount = ada@example.com\r\nproject: a=b\n# project = c\nempty =\nlong = one\n  two\n\n[__proto__]\nx = 1\nno value\n[core]\nlate = 2\n',
    );
    expect([...file].map(([section, settings]) => [section, [...settings]])).toStrictEqual([
      [
        'core',
        [
          ['account', 'ada@example.com'],
          ['project', 'a=b'],
          ['empty', ''],
          ['long', 'one\ntwo'],
          ['late', '2'],
        ],
      ],
      ['__proto__', [['x', '1']]],
    ]);
  });
});

describe('readConfiguration', () => {
  it('lets an empty variable of the environment hide the setting of the file, as gcloud does', async () => {
    const host = createHostDouble({
      environment: { CLOUDSDK_CORE_PROJECT: '' },
      files: { '/home/ada/.config/gcloud/configurations/config_default': '[core]\nproject = p\naccount = a@b.c\n' },
    });
    const configuration = await readConfiguration(host);
    expect([configuration.setting('core', 'project'), configuration.setting('core', 'account')]).toStrictEqual([
      undefined,
      'a@b.c',
    ]);
  });

  it('takes a name that gcloud would not allow for the default one', async () => {
    const host = createHostDouble({ environment: { CLOUDSDK_ACTIVE_CONFIG_NAME: '../../etc' } });
    expect((await readConfiguration(host)).name).toBe('default');
  });
});

describe('findGcloud', () => {
  it('looks where installers put it when the search path is short, and never in relative folders', async () => {
    const host = createHostDouble({
      environment: { PATH: 'bin:.:/bin' },
      files: { 'bin/gcloud': '', './gcloud': '', '/home/ada/google-cloud-sdk/bin/gcloud': '' },
    });
    expect((await findGcloud(host))?.file).toBe('/home/ada/google-cloud-sdk/bin/gcloud');
  });

  it('on Windows runs fixed words only through cmd.exe, which shall not look in the current folder', async () => {
    const host = createHostDouble({
      platform: 'win32',
      environment: { LOCALAPPDATA: 'C:\\Users\\Ada & Co\\AppData\\Local', COMSPEC: 'C:\\Windows\\system32\\cmd.exe' },
      files: { 'C:\\Users\\Ada & Co\\AppData\\Local\\Google\\Cloud SDK\\google-cloud-sdk\\bin\\gcloud.cmd': '' },
    });
    const gcloud = await findGcloud(host);
    expect([gcloud?.file, gcloud?.args(['config', 'config-helper', '--format=json'])]).toStrictEqual([
      'C:\\Windows\\system32\\cmd.exe',
      ['/d', '/s', '/c', 'gcloud.cmd config config-helper --format=json'],
    ]);
    expect(gcloud?.environment).toMatchObject({
      PATH: 'C:\\Users\\Ada & Co\\AppData\\Local\\Google\\Cloud SDK\\google-cloud-sdk\\bin;',
      NODEFAULTCURRENTDIRECTORYINEXEPATH: '1',
    });
    expect(() => gcloud?.args(['--configuration=a&calc'])).toThrow(/characters that cmd.exe may take/u);
  });
});
