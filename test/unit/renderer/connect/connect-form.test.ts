import { describe, expect, it } from 'vitest';
import {
  EMPTY_FORM,
  readForm,
  recallForm,
  rememberForm,
  sourceKey,
  wordsIn,
  type ConnectForm,
} from '../../../../renderer/connect/connect-form.ts';

const FORM: ConnectForm = { ...EMPTY_FORM, source: 'gcloud:work', projects: 'northwind, contoso\ncontoso' };

function storageDouble(values: Record<string, string> = {}) {
  return {
    getItem: (key: string) => values[key] ?? null,
    setItem: (key: string, value: string) => {
      values[key] = value;
    },
  };
}

describe('the form to connect with', () => {
  it('asks for what was typed', () => {
    expect(
      readForm({
        ...FORM,
        impersonate: ' reader@northwind.iam.gserviceaccount.com ',
        locations: 'europe-west4 us-central1',
        kinds: ['gcp-ai-platform-custom-job'],
        depth: 1,
      }),
    ).toStrictEqual({
      ok: true,
      credentials: { source: 'gcloud', configuration: 'work', impersonate: 'reader@northwind.iam.gserviceaccount.com' },
      request: {
        projects: ['northwind', 'contoso'],
        locations: ['europe-west4', 'us-central1'],
        kinds: ['gcp-ai-platform-custom-job'],
        depth: 1,
        assets: 'auto',
        transport: 'auto',
      },
    });
  });

  it('leaves out what it was not given, so that the defaults hold', () => {
    expect(readForm({ ...FORM, source: 'adc' })).toStrictEqual({
      ok: true,
      credentials: { source: 'adc' },
      request: { projects: ['northwind', 'contoso'], depth: 3, assets: 'auto', transport: 'auto' },
    });
  });

  it('says at each field what is wrong with it', () => {
    expect(
      readForm({
        ...EMPTY_FORM,
        source: 'adc',
        impersonate: 'someone',
        projects: 'ok Not_A_Project',
        locations: 'Mars!',
        scope: 'folders/x',
        kinds: [],
      }),
    ).toStrictEqual({
      ok: false,
      problems: {
        impersonate: 'This is not the e-mail of a service account.',
        projects: 'Not_A_Project is not the id or number of a project.',
        locations: 'Mars! is not a location.',
        scope: 'Write folders/NUMBER or organizations/NUMBER.',
        kinds: 'Choose at least one kind.',
      },
    });
    expect(readForm(EMPTY_FORM)).toStrictEqual({
      ok: false,
      problems: {
        source: 'Choose the credentials to use.',
        projects: 'Name at least one project, folder or organisation.',
      },
    });
  });

  it('is remembered, and empty again where what was remembered cannot be read', () => {
    const storage = storageDouble();
    expect(recallForm(storage)).toStrictEqual(EMPTY_FORM);
    rememberForm(storage, FORM);
    expect(recallForm(storage)).toStrictEqual(FORM);
    expect(recallForm(storageDouble({ connect: '{"source":1}' }))).toStrictEqual(EMPTY_FORM);
    expect(recallForm(storageDouble({ connect: '{' }))).toStrictEqual(EMPTY_FORM);
  });

  it('spells sources and words', () => {
    expect([
      sourceKey({ source: 'adc', quotaProject: 'x' }),
      sourceKey({ source: 'gcloud', configuration: 'work' }),
      sourceKey({ source: 'gcloud' }),
      wordsIn(' a,b;c\n a '),
    ]).toStrictEqual(['adc', 'gcloud:work', 'gcloud:', ['a', 'b', 'c']]);
  });
});
