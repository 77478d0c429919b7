import { describe, expect, it } from 'vitest';
import { formatFact } from '../../../../../../renderer/inventory/worker/details/format-fact.ts';

describe('a fact', () => {
  it.each([
    ['time', '2025-11-03T09:15:42.123456+01:00', '2025-11-03 08:15:42 UTC'],
    ['time', 'soon', 'soon'],
    ['duration', '0s', '0 s'],
    ['duration', '93784.5s', '1 d 2 h 3 min 4 s'],
    ['duration', '604800s', '7 d'],
    ['duration', 'P1D', 'P1D'],
    ['bytes', '1023', '1023 B'],
    ['bytes', '1536', '1.5 KiB'],
    ['bytes', '3221225472', '3.0 GiB'],
    ['bytes', 'many', 'many'],
    ['count', '1234567', '1,234,567'],
    ['count', 100, '100'],
    ['enum', 'JOB_STATE_PARTIALLY_SUCCEEDED', 'partially succeeded'],
    ['enum', 'NVIDIA_TESLA_T4', 'NVIDIA_TESLA_T4'],
    ['flag', true, 'yes'],
    ['flag', false, 'no'],
    ['text', ['a', 'b'], 'a, b'],
    [undefined, { key: 'value' }, '{"key":"value"}'],
  ] as const)('of the format %s reads %j as %j', (format, value, expected) => {
    expect(formatFact(value, format)).toBe(expected);
  });
});
