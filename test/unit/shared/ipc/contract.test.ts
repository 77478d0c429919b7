import { describe, expect, it } from 'vitest';
import { API_METHODS } from '../../../../shared/ipc/api.ts';
import { EVENT_CHANNELS, INVOKE_CHANNELS } from '../../../../shared/ipc/channels.ts';
import { contract } from '../../../../shared/ipc/contract.ts';
import { isInventoryPortMessage } from '../../../../shared/ipc/inventory-port.ts';

describe('the contract', () => {
  it('has a row for every channel and no other', () => {
    expect(Object.keys(contract)).toStrictEqual([...INVOKE_CHANNELS]);
  });

  it('has one method for every channel', () => {
    expect(Object.values(API_METHODS).toSorted()).toStrictEqual([...INVOKE_CHANNELS].toSorted());
  });

  it('names channels by group, verb and noun, each once', () => {
    const names = [...INVOKE_CHANNELS, ...EVENT_CHANNELS];
    expect(names.filter((name) => !/^[a-z]+:[a-z]+(-[a-z]+)*$/.test(name))).toStrictEqual([]);
    expect(new Set(names).size).toBe(names.length);
  });

  it('changes of settings only what is named', () => {
    expect(contract['settings:set'].request.parse({ theme: 'dark' })).toStrictEqual({ theme: 'dark' });
  });
});

describe('isInventoryPortMessage', () => {
  const message = {
    type: 'vertex-lineage:inventory-port',
    title: 'jobs.json',
    source: 'files',
    into: 'new',
    compare: false,
  };

  it('knows the message of the preload', () => {
    expect(
      [message, { ...message, source: 'sample' }, { ...message, source: 'live', into: 'open', compare: true }].map(
        isInventoryPortMessage,
      ),
    ).toStrictEqual([true, true, true]);
  });

  it.each([
    undefined,
    null,
    'text',
    7,
    {},
    { ...message, type: 'x' },
    { ...message, title: 1 },
    { ...message, source: 'net' },
    { ...message, into: 'other' },
    { ...message, compare: 'no' },
  ])('takes %j for something else', (data) => {
    expect(isInventoryPortMessage(data)).toBe(false);
  });
});
