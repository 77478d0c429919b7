import type { AdcJson } from './adc-file.ts';

const SECRET_FIELD = /secret|token$|private_key$|password/iu;

/** Every text of a credential file that may not leave the process, to be taken out of whatever an error says. */
export function secretsOf(json: AdcJson): readonly string[] {
  const found: string[] = [];
  collect(json, '', found);
  return found;
}

function collect(value: unknown, name: string, found: string[]): void {
  if (typeof value === 'string') {
    if (SECRET_FIELD.test(name)) {
      found.push(value);
    }
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, each] of Object.entries(value)) {
      collect(each, key, found);
    }
  }
}
