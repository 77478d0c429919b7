import { describe, expect, it } from 'vitest';
import { aboutText, runtimeInfo, windowTitle } from '../../../../electron/app/runtime-info.ts';

const APP = { name: 'Vertex Lineage Explorer', version: '0.1.0' };
const VERSIONS = { electron: '33.2.1', chrome: '130.0.6723.137', node: '20.18.1' };

describe('the runtime', () => {
  it('is marked in the title and in About when it is the fallback', () => {
    const info = runtimeInfo(APP, VERSIONS, { VERTEX_LINEAGE_RUNTIME: 'fallback' });
    expect([info.fallbackRuntime, windowTitle(info), aboutText(info).split('\n').slice(0, 4)]).toStrictEqual([
      true,
      'Vertex Lineage Explorer (fallback runtime, files only)',
      [
        'Vertex Lineage Explorer 0.1.0',
        'Electron 33.2.1 (fallback runtime, for looking at files only)',
        'Chromium 130.0.6723.137',
        'Node.js 20.18.1',
      ],
    ]);
  });

  it('is not marked otherwise', () => {
    const info = runtimeInfo(APP, VERSIONS, { VERTEX_LINEAGE_RUNTIME: 'electron 45.4.1' });
    expect([info.fallbackRuntime, windowTitle(info)]).toStrictEqual([false, 'Vertex Lineage Explorer']);
  });
});
