import { describe, expect, it } from 'vitest';
import { MainProcessError } from '../../../../renderer/api/client.ts';
import { describeError, isSuperseded } from '../../../../renderer/errors/describe-error.ts';
import { InventoryError } from '../../../../renderer/inventory/inventory-client.ts';

describe('describe error', () => {
  it('has the words of the main process for its errors', () => {
    expect(describeError(new MainProcessError({ kind: 'file-not-found', file: 'jobs.json' }))).toStrictEqual({
      title: 'File not found',
      message: 'jobs.json does not exist.',
      advice: 'It may have been moved or deleted. Choose it again with File > Open.',
    });
  });

  it('keeps the message of the inventory worker', () => {
    expect(describeError(new InventoryError('failed', 'No such resource.'))).toStrictEqual({
      title: 'This could not be answered',
      message: 'No such resource.',
      advice: 'Try again; if it happens again, open the files anew.',
    });
  });

  it('takes anything else for a fault of the window', () => {
    expect([describeError(new TypeError('x is undefined')).message, describeError('text').message]).toStrictEqual([
      'x is undefined',
      'text',
    ]);
  });

  it('knows answers that a newer call replaced', () => {
    expect([
      isSuperseded(new InventoryError('superseded', '')),
      isSuperseded(new InventoryError('lost', '')),
      isSuperseded(new Error('superseded')),
    ]).toStrictEqual([true, false, false]);
  });
});
