import { describe, expect, it } from 'vitest';
import { findAssetType } from '../../../../../shared/inventory/formats/asset-head.ts';

function typeOf(text: string): string | undefined {
  const bytes = new TextEncoder().encode(text);
  const found = findAssetType(bytes, 0, bytes.length);
  return found === undefined ? undefined : text.slice(found.from, found.to);
}

describe('findAssetType', () => {
  it.each([
    '{"name":"//a/b","asset_type":"compute.googleapis.com/Disk","resource":{}}',
    '{ "name" : "//a/b" ,\n "assetType" : "compute.googleapis.com/Disk" }',
    '{"ancestors":["projects/1", "organizations/2"],"assetType":"compute.googleapis.com/Disk","name":"x"}',
    '{"ancestors":[],"assetType":"compute.googleapis.com/Disk"}',
  ])('finds the type in %s', (text) => {
    expect(typeOf(text)).toBe('compute.googleapis.com/Disk');
  });

  it.each([
    ['inside another object', '{"resource":{"asset_type":"compute.googleapis.com/Disk"}}'],
    ['inside a string', '{"name":"\\",\\"asset_type\\":\\"compute.googleapis.com/Disk"}'],
    ['behind a member that is no text', '{"n":1,"asset_type":"compute.googleapis.com/Disk"}'],
    ['behind a list of other things', '{"n":[{}],"asset_type":"compute.googleapis.com/Disk"}'],
    ['as a value', '{"name":"asset_type","x":"compute.googleapis.com/Disk"}'],
    ['with escapes', '{"asset_type":"compute\\u002e"}'],
    ['that is no text', '{"asset_type":["a"]}'],
    ['in a list', '["asset_type","a"]'],
    ['in a text that is cut short', '{"name":"x","asset_type":"comp'],
    ['in an empty object', '{}'],
    ['in nothing', ''],
  ])('finds none %s', (_where, text) => {
    expect(typeOf(text)).toBeUndefined();
  });
});
