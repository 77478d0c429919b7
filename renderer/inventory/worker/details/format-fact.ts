import { lifecycleLabel } from '../../../../shared/graph/view/lifecycle-label.ts';
import type { JsonValue } from '../../../../shared/json.ts';
import type { FieldSpec } from '../../../../shared/kinds/kind.ts';

/**
 * Returns a fact's value as people read it: times in UTC to the second, durations in hours, minutes and seconds, bytes with
 * binary units, counts with thousands separators. A value that is not what the format expects is returned as it stands.
 */
export function formatFact(value: JsonValue, format: FieldSpec['format']): string {
  const text = plainText(value);
  if (format === 'time') return formatTime(text);
  if (format === 'duration') return formatDuration(text);
  if (format === 'bytes') return formatBytes(text);
  if (format === 'count') return /^\d{1,15}$/.test(text) ? Number(text).toLocaleString('en') : text;
  if (format === 'enum') return text.includes('STATE_') ? lifecycleLabel(text) : text;
  if (format === 'flag') return text === 'true' ? 'yes' : text === 'false' ? 'no' : text;
  return text;
}

/** Text as it stands; lists joined by commas; objects as JSON. */
function plainText(value: JsonValue): string {
  if (typeof value === 'string') return value;
  if (Array.isArray(value) && value.every((element) => typeof element !== 'object')) return value.join(', ');
  return JSON.stringify(value);
}

function formatTime(text: string): string {
  const time = new Date(text);
  return Number.isNaN(time.getTime()) ? text : `${time.toISOString().slice(0, 19).replace('T', ' ')} UTC`;
}

/** Durations are written as seconds with an `s`: https://protobuf.dev/reference/protobuf/google.protobuf/#duration */
function formatDuration(text: string): string {
  const seconds = /^(\d+)(?:\.\d+)?s$/.exec(text)?.[1];
  if (seconds === undefined) return text;
  const total = Number(seconds);
  const parts = [
    [Math.floor(total / 86_400), 'd'],
    [Math.floor(total / 3600) % 24, 'h'],
    [Math.floor(total / 60) % 60, 'min'],
    [total % 60, 's'],
  ] as const;
  const shown = parts.filter(([count]) => count > 0).map(([count, unit]) => `${count} ${unit}`);
  return shown.length === 0 ? '0 s' : shown.join(' ');
}

function formatBytes(text: string): string {
  if (!/^\d{1,18}$/.test(text)) return text;
  const bytes = Number(text);
  if (bytes < 1024) return `${bytes} B`;
  const units = ['KiB', 'MiB', 'GiB', 'TiB', 'PiB'];
  const power = Math.min(Math.floor(Math.log2(bytes) / 10), units.length);
  return `${(bytes / 1024 ** power).toFixed(1)} ${units[power - 1] ?? ''}`;
}
