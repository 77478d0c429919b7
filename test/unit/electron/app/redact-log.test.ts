import { describe, expect, it } from 'vitest';
import { redactLogText } from '../../../../electron/app/redact-log.ts';

describe('redactLogText', () => {
  it.each([
    ['Authorization: Bearer abc.def-ghi', 'Authorization: Bearer ***'],
    ['got ya29.a0AfH6SMBx-y_z here', 'got *** here'],
    ['refresh 1//0gabcdefghijklmnopqrstuvwxyz', 'refresh ***'],
    ['key AIzaSyA1234567890abcdefghijklmnopqrstuv', 'key ***'],
    ['hf_abcdefghijklmnopqrstuvwx', '***'],
    ['jwt eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln', 'jwt ***'],
    ['-----BEGIN PRIVATE KEY-----\nMIIE\n-----END PRIVATE KEY----- after', '*** after'],
    ['-----BEGIN RSA PRIVATE KEY-----\nMIIE cut', '***'],
    ['postgres://ada:pa55@db.internal/x', 'postgres://ada:***@db.internal/x'],
    ['https://x/y?X-Goog-Signature=abcdef12&z=1', 'https://x/y?X-Goog-Signature=***&z=1'],
    ['{"password":"hunter2","user":"ada"}', '{"password":"***","user":"ada"}'],
    ['password=hunter2 next', 'password=*** next'],
    ['cannot open /home/ada/jobs.json', 'cannot open ~/jobs.json'],
    ['projects/acme/locations/us-central1/customJobs/7', 'projects/acme/locations/us-central1/customJobs/7'],
  ])('turns %j into %j', (text, redacted) => {
    expect(redactLogText(text, '/home/ada')).toBe(redacted);
  });

  it('keeps slashes where the home folder is the root', () => {
    expect(redactLogText('/data/jobs.json', '/')).toBe('/data/jobs.json');
  });
});
