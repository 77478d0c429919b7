import { describe, expect, it } from 'vitest';
import { admitOwnWorkers, isOwnScript } from '../../../renderer/trusted-types.ts';

const page = 'app://explorer/index.html';

describe('trusted types', () => {
  it('admits scripts the app was built with', () => {
    expect(isOwnScript('app://explorer/assets/inventory.worker-Bq3x_1.js', page)).toBe(true);
    expect(isOwnScript('./assets/inventory.worker-Bq3x_1.js', page)).toBe(true);
  });

  it('refuses every other address', () => {
    expect(
      [
        'https://example.com/assets/evil.js',
        'app://other/assets/evil.js',
        'app://explorer/index.html',
        'app://explorer/assets/../evil.js',
        'app://explorer/assets/a/evil.js',
        'data:text/javascript,alert(1)',
        'blob:app://explorer/1',
      ].map((address) => isOwnScript(address, page)),
    ).toStrictEqual([false, false, false, false, false, false, false]);
  });

  it('makes one policy that answers with the address or with nothing', () => {
    const answers: unknown[] = [];
    admitOwnWorkers({
      location: { href: page },
      trustedTypes: {
        createPolicy: (name, { createScriptURL }) =>
          answers.push(name, createScriptURL('./assets/a.js'), createScriptURL('https://example.com/assets/a.js')),
      },
    });
    expect(answers).toStrictEqual(['default', './assets/a.js', null]);
  });

  it('needs no support of the browser', () => {
    expect(() => admitOwnWorkers({ location: { href: page } })).not.toThrow();
  });
});
