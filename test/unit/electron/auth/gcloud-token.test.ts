import { describe, expect, it } from 'vitest';
import type { AuthProblem } from '../../../../shared/ipc/connect.ts';
import type { AuthHost, ProcessResult } from '../../../../electron/auth/auth-host.ts';
import { openCredentials } from '../../../../electron/auth/open-credentials.ts';
import { createHostDouble } from './host-double.ts';
import type { HostDouble } from './host-double.ts';

const FOLDER = '/home/ada/.config/gcloud';
const FILES = {
  '/usr/bin/gcloud': '',
  [`${FOLDER}/active_config`]: 'default',
  [`${FOLDER}/configurations/config_default`]: '[core]\naccount = ada@example.com\n',
  [`${FOLDER}/configurations/config_work`]:
    '[core]\naccount = ada@tidewater.example\nproject = tidewater-ml-prod\n[ai]\nregion = europe-west4\n[billing]\nquota_project = CURRENT_PROJECT\n',
};

function answerWith(credential: object): ProcessResult {
  return { status: 0, stdout: JSON.stringify({ configuration: {}, credential }), stderr: '' };
}

function failWith(stderr: string): ProcessResult {
  return { status: 1, stdout: '', stderr };
}

function hostWith(process: () => ProcessResult, settings: Partial<AuthHost> = {}): HostDouble {
  return { ...createHostDouble({ files: FILES, environment: { PATH: '/usr/bin' }, process }), ...settings };
}

async function problemWith(process: () => ProcessResult): Promise<AuthProblem> {
  const opened = openCredentials({ source: 'gcloud', configuration: 'work' }, hostWith(process));
  return await opened.then(
    () => {
      throw new Error('the credentials were opened');
    },
    (error: { readonly problem: AuthProblem }) => error.problem,
  );
}

describe('a gcloud configuration', () => {
  it('gives its token and says whose and which project’s it is', async () => {
    const process = (): ProcessResult =>
      answerWith({ access_token: 'ya29.of-work', token_expiry: '2026-11-23T10:59:00Z', id_token: null });
    const credentials = await openCredentials({ source: 'gcloud', configuration: 'work' }, hostWith(process));
    expect(await credentials.headers()).toStrictEqual({
      authorization: 'Bearer ya29.of-work',
      'x-goog-user-project': 'tidewater-ml-prod',
    });
    expect(credentials.describe()).toStrictEqual({
      choice: { source: 'gcloud', configuration: 'work' },
      title: 'gcloud configuration "work"',
      active: false,
      type: 'gcloud',
      principal: 'ada@tidewater.example',
      project: 'tidewater-ml-prod',
      quotaProject: 'tidewater-ml-prod',
      region: 'europe-west4',
      expires: '2026-11-23T10:59:00.000Z',
    });
  });

  it('is asked of gcloud without a shell, quietly, and without the variables that give tokens away', async () => {
    const host = {
      ...hostWith(() => answerWith({ access_token: 't', token_expiry: null })),
      environment: { PATH: '/usr/bin', GOOGLE_SDK_NODE_LOGGING: '*', CLOUDSDK_CORE_DISABLE_FILE_LOGGING: 'false' },
    };
    await openCredentials({ source: 'gcloud', configuration: 'work' }, host);
    expect(host.runs).toStrictEqual([
      {
        file: '/usr/bin/gcloud',
        args: ['config', 'config-helper', '--format=json', '--min-expiry=10m', '--configuration=work'],
        environment: {
          PATH: '/usr/bin',
          CLOUDSDK_CORE_DISABLE_FILE_LOGGING: 'true',
          CLOUDSDK_CORE_DISABLE_PROMPTS: '1',
          CLOUDSDK_CORE_LOG_HTTP: 'false',
          CLOUDSDK_CORE_USER_OUTPUT_ENABLED: 'true',
          CLOUDSDK_CORE_DISABLE_USAGE_REPORTING: 'true',
          CLOUDSDK_COMPONENT_MANAGER_DISABLE_UPDATE_CHECK: 'true',
          CLOUDSDK_SURVEY_DISABLE_PROMPTS: 'true',
          CLOUDSDK_AUTH_IMPERSONATE_SERVICE_ACCOUNT: '',
        },
      },
    ]);
  });

  it('is asked for another token where one was refused, once for all who ask', async () => {
    const host = hostWith(() => answerWith({ access_token: 't', token_expiry: '2026-11-23T10:59:00Z' }));
    const credentials = await openCredentials({ source: 'gcloud', configuration: 'work' }, host);
    await Promise.all([credentials.refresh(), credentials.refresh()]);
    await credentials.refresh();
    expect(host.runs.map(({ args }) => args[3])).toStrictEqual(['--min-expiry=10m', '--force-auth-refresh']);
  });

  it('that is the active one is used where none is named', async () => {
    const host = hostWith(() => answerWith({ access_token: 't' }));
    const credentials = await openCredentials({ source: 'gcloud' }, host);
    expect([host.runs[0]?.args[4], credentials.describe().principal]).toStrictEqual([
      '--configuration=default',
      'ada@example.com',
    ]);
  });
});

describe('a gcloud configuration with more settings', () => {
  const IMPERSONATED = 'a@p.iam.gserviceaccount.com,b@p.iam.gserviceaccount.com';

  /** Where and with what body the impersonated token is asked for. */
  async function askedFor(impersonate?: string): Promise<unknown> {
    const asked: unknown[] = [];
    const host: AuthHost = {
      ...hostWith(() => answerWith({ access_token: 't' })),
      environment: { PATH: '/usr/bin', CLOUDSDK_AUTH_IMPERSONATE_SERVICE_ACCOUNT: IMPERSONATED },
      fetch: async (input, init) => {
        const request = new Request(input, init);
        asked.push(request.url, JSON.parse(await request.text()));
        return Response.json({ accessToken: 'i', expireTime: '2026-11-23T11:00:00Z' });
      },
    };
    const credentials = await openCredentials(
      { source: 'gcloud', ...(impersonate === undefined ? {} : { impersonate }) },
      host,
    );
    return [...asked, credentials.describe().impersonates];
  }

  it('impersonates the last account through those before it', async () => {
    expect(await askedFor()).toMatchObject([
      'https://iamcredentials.googleapis.com/v1/projects/-/serviceAccounts/b%40p.iam.gserviceaccount.com:generateAccessToken',
      { delegates: ['projects/-/serviceAccounts/a@p.iam.gserviceaccount.com'] },
      'b@p.iam.gserviceaccount.com',
    ]);
  });

  it('impersonates whom the user names instead', async () => {
    expect(await askedFor('c@p.iam.gserviceaccount.com')).toMatchObject([
      'https://iamcredentials.googleapis.com/v1/projects/-/serviceAccounts/c%40p.iam.gserviceaccount.com:generateAccessToken',
      { delegates: [] },
      'c@p.iam.gserviceaccount.com',
    ]);
  });

  it('has endpoints of its own, which are refused before gcloud is asked where a token may not go there', async () => {
    const host = hostWith(() => answerWith({ access_token: 't' }));
    const file = `${FOLDER}/configurations/config_work`;
    host.files.set(file, '[api_endpoint_overrides]\naiplatform = https://aiplatform-net.p.example/\n');
    const credentials = await openCredentials({ source: 'gcloud', configuration: 'work' }, host);
    expect([...credentials.endpointOverrides].map(([service, url]) => [service, url.href])).toStrictEqual([
      ['aiplatform.googleapis.com', 'https://aiplatform-net.p.example/'],
    ]);
    host.files.set(file, '[api_endpoint_overrides]\naiplatform = http://aiplatform-net.p.example/\n');
    await expect(openCredentials({ source: 'gcloud', configuration: 'work' }, host)).rejects.toMatchObject({
      problem: { kind: 'endpoint-refused', service: 'aiplatform.googleapis.com' },
    });
    expect(host.runs).toHaveLength(1);
  });
});

describe('a gcloud configuration that gives no token', () => {
  it.each<[string, ProcessResult, AuthProblem]>([
    [
      'has no login',
      failWith(
        'ERROR: (gcloud.config.config-helper) You do not currently have an active account selected.\nPlease run:\n\n  $ gcloud auth login\n',
      ),
      { kind: 'not-logged-in', source: 'gcloud', configuration: 'work' },
    ],
    [
      'has a login that has ended',
      failWith(
        "ERROR: (gcloud.config.config-helper) There was a problem refreshing your current auth tokens: ('invalid_grant: Bad Request', {'error': 'invalid_grant', 'error_description': 'Bad Request'})\nPlease run:\n\n  $ gcloud auth login\n",
      ),
      {
        kind: 'expired',
        command: 'gcloud auth login --configuration=work',
        reason:
          "There was a problem refreshing your current auth tokens: ('invalid_grant: Bad Request', {'error': 'invalid_grant', 'error_description': 'Bad Request'})",
      },
    ],
    [
      'needs the person to prove who they are again',
      failWith(
        'ERROR: (gcloud.config.config-helper) Reauthentication failed. cannot prompt during non-interactive execution.',
      ),
      {
        kind: 'expired',
        command: 'gcloud auth login --configuration=work',
        reason: 'Reauthentication failed. cannot prompt during non-interactive execution.',
      },
    ],
    [
      'has a key that was deleted',
      failWith(
        "ERROR: (gcloud.config.config-helper) There was a problem refreshing your current auth tokens: ('invalid_grant: Invalid JWT Signature.', {})",
      ),
      {
        kind: 'refused',
        reason:
          "There was a problem refreshing your current auth tokens: ('invalid_grant: Invalid JWT Signature.', {})",
      },
    ],
    [
      'has a broken gcloud',
      failWith('Traceback (most recent call last):\nImportError: access_token=ya29.abcdefghijklmnop'),
      { kind: 'gcloud-failed', reason: 'ImportError: access_token=***' },
    ],
    [
      'does not answer in time',
      { status: null, stdout: '', stderr: '' },
      { kind: 'gcloud-failed', reason: 'gcloud was stopped before it answered.' },
    ],
    [
      'answers something else',
      { status: 0, stdout: '{"credential": {"token": "ya29.abcdefghijklmnop"}}', stderr: '' },
      { kind: 'gcloud-failed', reason: 'gcloud gave an answer without a token.' },
    ],
  ])('because it %s, says so', async (_case, result, problem) => {
    expect(await problemWith(() => result)).toStrictEqual(problem);
  });

  it('because there is none of that name, says so', async () => {
    const host = hostWith(() => answerWith({ access_token: 't' }));
    await expect(openCredentials({ source: 'gcloud', configuration: 'play' }, host)).rejects.toMatchObject({
      problem: { kind: 'configuration-missing', configuration: 'play' },
    });
  });

  it('because gcloud is not there, says so', async () => {
    const host = { ...hostWith(() => answerWith({ access_token: 't' })), environment: { PATH: '/bin' } };
    await expect(openCredentials({ source: 'gcloud', configuration: 'work' }, host)).rejects.toMatchObject({
      problem: { kind: 'gcloud-missing' },
    });
  });

  it('because it belongs to another universe, sends nothing', async () => {
    const host = {
      ...hostWith(() => answerWith({ access_token: 't' })),
      environment: { PATH: '/usr/bin', CLOUDSDK_CORE_UNIVERSE_DOMAIN: 'example.goog' },
    };
    await expect(openCredentials({ source: 'gcloud' }, host)).rejects.toMatchObject({
      problem: { kind: 'credentials-invalid', file: 'core/universe_domain' },
    });
    expect(host.runs).toStrictEqual([]);
  });
});

describe('a gcloud access token file', () => {
  const settings = { CLOUDSDK_AUTH_ACCESS_TOKEN_FILE: '/keys/token' };

  it('is read without gcloud, and again when it has changed', async () => {
    let now = Date.parse('2026-11-23T10:00:00Z');
    const host = createHostDouble({ environment: settings, files: { '/keys/token': ' ya29.first\n' }, now: () => now });
    const credentials = await openCredentials({ source: 'gcloud' }, host);
    host.files.set('/keys/token', 'ya29.second');
    expect((await credentials.headers())['authorization']).toBe('Bearer ya29.first');
    now += 60_000;
    expect((await credentials.headers())['authorization']).toBe('Bearer ya29.second');
    expect([host.runs, credentials.describe().type]).toStrictEqual([[], 'access_token_file']);
  });

  it('whose token was refused is expected to change', async () => {
    const host = createHostDouble({ environment: settings, files: { '/keys/token': 'ya29.first' } });
    const credentials = await openCredentials({ source: 'gcloud' }, host);
    await expect(credentials.refresh()).rejects.toMatchObject({
      problem: { kind: 'expired', reason: 'Google refused the token in /keys/token; put a new one there' },
    });
    host.files.set('/keys/token', 'ya29.second');
    await credentials.refresh();
    expect((await credentials.headers())['authorization']).toBe('Bearer ya29.second');
  });

  it.each([
    ['is not there', {}, 'The file cannot be read.'],
    ['is empty', { '/keys/token': '\n' }, 'It does not hold an access token.'],
    ['holds more than a token', { '/keys/token': 'a b' }, 'It does not hold an access token.'],
  ])('that %s is a problem', async (_case, files, reason) => {
    await expect(
      openCredentials({ source: 'gcloud' }, createHostDouble({ environment: settings, files })),
    ).rejects.toMatchObject({ problem: { kind: 'credentials-invalid', file: '/keys/token', reason } });
  });
});
