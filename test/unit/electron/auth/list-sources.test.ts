import { describe, expect, it } from 'vitest';
import { listCredentialSources } from '../../../../electron/auth/list-sources.ts';
import { credentialSourceSchema } from '../../../../shared/ipc/connect.ts';
import { createHostDouble } from './host-double.ts';

const FOLDER = '/home/ada/.config/gcloud';
const ADC = `${FOLDER}/application_default_credentials.json`;

describe('listCredentialSources', () => {
  it('lists every source by name with what its files say, and starts no process', async () => {
    const host = createHostDouble({
      environment: { PATH: '/usr/bin' },
      files: {
        '/usr/bin/gcloud': '',
        [ADC]: JSON.stringify({
          type: 'authorized_user',
          client_id: 'c',
          client_secret: 'GOCSPX-secret',
          refresh_token: '1//0secret',
          account: '',
        }),
        [`${FOLDER}/active_config`]: 'work\n',
        [`${FOLDER}/configurations/config_default`]: '[core]\n',
        [`${FOLDER}/configurations/config_work`]:
          '[core]\naccount = ada@tidewater.example\nproject = tidewater-ml-prod\n[auth]\nimpersonate_service_account = a@p.iam.gserviceaccount.com,b@p.iam.gserviceaccount.com\n',
        [`${FOLDER}/configurations/config_BAD name`]: '[core]\n',
        [`${FOLDER}/configurations/notes.txt`]: '',
      },
    });
    const sources = await listCredentialSources(host);
    expect(sources).toStrictEqual([
      {
        choice: { source: 'adc' },
        title: 'Application Default Credentials',
        type: 'authorized_user',
        project: 'tidewater-ml-prod',
      },
      {
        choice: { source: 'gcloud', configuration: 'default' },
        title: 'gcloud configuration "default"',
        active: false,
        type: 'gcloud',
        problem: { kind: 'not-logged-in', source: 'gcloud', configuration: 'default' },
      },
      {
        choice: { source: 'gcloud', configuration: 'work' },
        title: 'gcloud configuration "work"',
        active: true,
        type: 'gcloud',
        principal: 'ada@tidewater.example',
        impersonates: 'b@p.iam.gserviceaccount.com',
        tokens: 'read-only',
        project: 'tidewater-ml-prod',
      },
    ]);
    expect(host.runs).toStrictEqual([]);
    expect(sources.map((source) => credentialSourceSchema.parse(source))).toStrictEqual(sources);
  });

  it('lists what is not there with the next step', async () => {
    expect(await listCredentialSources(createHostDouble())).toStrictEqual([
      {
        choice: { source: 'adc' },
        title: 'Application Default Credentials',
        type: 'unknown',
        problem: { kind: 'not-logged-in', source: 'adc' },
      },
      {
        choice: { source: 'gcloud', configuration: 'default' },
        title: 'gcloud configuration "default"',
        active: true,
        type: 'gcloud',
        problem: { kind: 'gcloud-missing' },
      },
    ]);
  });

  it('takes the settings of the environment before those of the files', async () => {
    const host = createHostDouble({
      environment: {
        CLOUDSDK_CONFIG: '/settings',
        CLOUDSDK_ACTIVE_CONFIG_NAME: 'work',
        CLOUDSDK_CORE_PROJECT: 'from-environment',
        CLOUDSDK_AUTH_ACCESS_TOKEN_FILE: '/keys/token',
      },
      files: { '/settings/configurations/config_work': '[core]\nproject = from-file\naccount = ada@example.com\n' },
    });
    expect((await listCredentialSources(host))[1]).toStrictEqual({
      choice: { source: 'gcloud', configuration: 'work' },
      title: 'gcloud configuration "work"',
      active: true,
      type: 'access_token_file',
      project: 'from-environment',
    });
  });

  it('lists the environment alone where gcloud uses no configuration', async () => {
    const host = createHostDouble({
      environment: { CLOUDSDK_ACTIVE_CONFIG_NAME: 'NONE', CLOUDSDK_AUTH_ACCESS_TOKEN_FILE: '/keys/token' },
    });
    expect((await listCredentialSources(host))[1]).toStrictEqual({
      choice: { source: 'gcloud' },
      title: 'gcloud settings of the environment',
      active: true,
      type: 'access_token_file',
    });
  });

  it('knows a virtual machine of Google Cloud without asking the network', async () => {
    const host = createHostDouble({ files: { '/sys/class/dmi/id/product_name': 'Google Compute Engine\n' } });
    expect((await listCredentialSources(host))[0]).toStrictEqual({
      choice: { source: 'adc' },
      title: 'Application Default Credentials',
      type: 'metadata',
      tokens: 'read-only',
    });
  });

  it('finds gcloud’s folder on Windows', async () => {
    const host = createHostDouble({
      platform: 'win32',
      homeFolder: 'C:\\Users\\ada',
      environment: { APPDATA: 'C:\\Users\\ada\\AppData\\Roaming', PATH: 'C:\\sdk\\bin' },
      files: {
        'C:\\sdk\\bin\\gcloud.cmd': '',
        'C:\\Users\\ada\\AppData\\Roaming\\gcloud\\configurations\\config_default':
          '[core]\r\naccount = ada@example.com\r\n',
      },
    });
    expect((await listCredentialSources(host))[1]).toMatchObject({ principal: 'ada@example.com', active: true });
  });

  it('reads nothing in the fallback runtime, unless the user takes the risk', async () => {
    const environment = { VERTEX_LINEAGE_RUNTIME: 'fallback' };
    await expect(listCredentialSources(createHostDouble({ environment }))).rejects.toMatchObject({
      problem: { kind: 'live-not-allowed' },
    });
    const allowed = createHostDouble({ environment: { ...environment, VERTEX_LINEAGE_ALLOW_LIVE: '1' } });
    expect(await listCredentialSources(allowed)).toHaveLength(2);
  });
});
