import { describe, expect, it } from 'vitest';
import { describeAppError, type AppError } from '../../../../shared/errors/app-error.ts';

const ONE_OF_EACH: { readonly [Kind in AppError['kind']]: Extract<AppError, { readonly kind: Kind }> } = {
  refused: { kind: 'refused', reason: 'The sender is gone.' },
  'file-not-found': { kind: 'file-not-found', file: 'jobs.json' },
  'file-unreadable': { kind: 'file-unreadable', file: 'jobs.json', reason: 'It is a folder.' },
  'file-not-written': { kind: 'file-not-written', file: 'out.json', reason: 'The disk is full.' },
  'image-invalid': { kind: 'image-invalid', reason: 'The exported PNG image is incomplete.' },
  'address-refused': { kind: 'address-refused', address: 'https://evil.example/' },
  'console-links-off': { kind: 'console-links-off' },
  'review-not-kept': { kind: 'review-not-kept', reason: 'No space left on the disk.' },
  'settings-not-saved': { kind: 'settings-not-saved', reason: 'The disk is full.' },
  credentials: { kind: 'credentials', problem: { kind: 'gcloud-missing' } },
  'google-api': { kind: 'google-api', reason: 'Permission denied on resource project northwind.' },
  'collector-lost': { kind: 'collector-lost' },
  internal: { kind: 'internal', reason: 'An unexpected error happened; the log has the details.' },
};

describe('describeAppError', () => {
  it.each(Object.values(ONE_OF_EACH))('says of $kind what happened and what the user can do', (error) => {
    const { title, message, advice } = describeAppError(error);
    expect([title, message, advice].filter((text) => text.length < 8 || text.includes('undefined'))).toStrictEqual([]);
  });

  it('names the file and the reason', () => {
    expect(describeAppError(ONE_OF_EACH['file-not-written'])).toStrictEqual({
      title: 'File was not written',
      message: 'out.json: The disk is full.',
      advice: 'Choose another folder, or make room on the disk. A file that was there before is unchanged.',
    });
  });

  it('has a title of its own for each', () => {
    const titles = Object.values(ONE_OF_EACH).map((error) => describeAppError(error).title);
    expect(new Set(titles).size).toBe(titles.length);
  });
});
