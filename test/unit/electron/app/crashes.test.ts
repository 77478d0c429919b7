import { EventEmitter } from 'node:events';
import { describe, expect, it, vi } from 'vitest';
import { handleCrashes } from '../../../../electron/app/crashes.ts';
import { dialog } from '../../../doubles/electron.ts';
import { createLogDouble } from '../../../doubles/log.ts';

vi.mock('electron', () => import('../../../doubles/electron.ts'));

function stage(response: number) {
  dialog.showMessageBox.mockResolvedValue({ response, checkboxChecked: false });
  const app = new EventEmitter();
  const done: string[] = [];
  const said: string[] = [];
  const contents = { reload: () => done.push('reload') };
  const window = { isDestroyed: () => false, destroy: () => done.push('destroy'), webContents: contents };
  handleCrashes(
    app as unknown as Parameters<typeof handleCrashes>[0],
    {
      find: () =>
        ({ window, phase: 'shown', request: undefined }) as unknown as ReturnType<
          Parameters<typeof handleCrashes>[1]['find']
        >,
    },
    createLogDouble(),
    { print: () => undefined, say: (line) => said.push(line) },
  );
  return { app, done, said, contents };
}

function settle(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}

describe('a window whose process ended', () => {
  it.each([
    [0, 'reload'],
    [1, 'destroy'],
  ])('is reloaded or closed as the user says (%i)', async (response, action) => {
    const { app, done, said, contents } = stage(response);
    app.emit('render-process-gone', {}, contents, { reason: 'crashed', exitCode: 5 });
    await settle();
    expect([done, said]).toStrictEqual([[action], ["A window's process ended: crashed."]]);
  });

  it('is no matter when it was closed', async () => {
    const { app, done, said, contents } = stage(0);
    app.emit('render-process-gone', {}, contents, { reason: 'clean-exit', exitCode: 0 });
    await settle();
    expect([done, said]).toStrictEqual([[], []]);
  });
});

describe('a helper process that ended', () => {
  it('is told on the terminal', () => {
    const { app, said } = stage(0);
    app.emit('child-process-gone', {}, { type: 'GPU', reason: 'crashed', exitCode: 5 });
    app.emit('child-process-gone', {}, { type: 'Utility', reason: 'killed', exitCode: 0 });
    expect(said).toStrictEqual([
      'A helper process (GPU) ended: crashed. If the window draws wrongly, start the app with --disable-gpu.',
    ]);
  });
});
