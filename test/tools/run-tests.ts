import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { needsVirtualDisplay, onVirtualDisplay } from '../../electron/runtime/display.ts';
import type { Command } from '../../electron/runtime/display.ts';
import { createNodeHost } from '../../electron/runtime/host-node.ts';
import { PlainError } from '../../electron/runtime/host.ts';
import { placesOfThisCheckout } from '../../electron/runtime/places.ts';
import { buildApp, prepareRuntime } from '../../electron/runtime/prepare.ts';
import type { Counts, StageTime } from './count-results.ts';
import { addCounts, countPlaywright, countVitest, NONE, ONE_FAILURE, summaryLine, timesLine } from './count-results.ts';

/**
 * `npm test`: check (types, lint, format, unused code), then unit, architecture and security tests, then the end-to-end tests on
 * a real Electron. Every stage is run, so that one run shows all that is wrong; the last line is the sum, and the one before it
 * says where the time went. There is no way in
 * which the end-to-end tests are left out in silence: without a runtime they count as failed, with the reason.
 */
const host = createNodeHost();
const places = placesOfThisCheckout();
const results = `${places.root}/node_modules/.cache/test-results`;
const bin = `${places.root}/node_modules/.bin`;

/** A stage that takes longer hangs: a test in an endless loop cannot end itself. Several times what a slow machine needs. */
const STAGE_MINUTES = 35;

const onlyEndToEnd = process.argv.includes('--only') && process.argv.includes('e2e');
const forPlaywright = process.argv.slice(2).filter((argument) => argument !== '--only' && argument !== 'e2e');

/** Nothing that a test, an app or a runner leaves behind when it is killed stays on the machine. */
const temporary = mkdtempSync(join(tmpdir(), 'vertex-lineage-run-'));
process.on('exit', () => rmSync(temporary, { recursive: true, force: true, maxRetries: 10 }));

mkdirSync(results, { recursive: true });
const times: StageTime[] = [];
let counts = NONE;
if (!onlyEndToEnd) {
  counts = addCounts(counts, await timed('check', runCheck));
  counts = addCounts(counts, await timed('unit', runVitest));
}
counts = addCounts(counts, await runEndToEnd());
process.exitCode = counts.failed === 0 ? 0 : 1;
console.log(`\n${timesLine(times)}`);
console.log(summaryLine(counts));

async function timed<Value>(stage: string, run: () => Promise<Value>): Promise<Value> {
  const start = performance.now();
  try {
    return await run();
  } finally {
    times.push({ stage, milliseconds: performance.now() - start });
  }
}

async function runCheck(): Promise<Counts> {
  heading('check');
  const code = await show({ command: 'npm', parameters: ['run', '--silent', 'check'] });
  return code === 0 ? NONE : ONE_FAILURE;
}

async function runVitest(): Promise<Counts> {
  heading('unit, architecture and security tests');
  const file = freshReport('vitest.json');
  const code = await show({
    command: `${bin}/vitest`,
    parameters: [
      'run',
      '--config',
      'test/vitest.config.ts',
      '--reporter=dot',
      '--reporter=json',
      `--outputFile.json=${file}`,
    ],
  });
  return countsOrFailure(file, code, countVitest);
}

async function runEndToEnd(): Promise<Counts> {
  heading('end-to-end tests');
  try {
    await timed('build', () => buildApp(host, places));
    const runtime = await timed('runtime', () => prepareRuntime(host, places));
    host.say(`Runtime: ${runtime.mark}`);
  } catch (error) {
    console.error(
      `The end-to-end tests could not be run: ${error instanceof PlainError ? error.message : String(error)}`,
    );
    return ONE_FAILURE;
  }
  if (host.isRoot) host.say('Running as root: Chromium needs --no-sandbox, so its sandbox is off.');
  const file = freshReport('e2e.json');
  const command = {
    command: `${bin}/playwright`,
    parameters: ['test', '--config', 'test/playwright.config.ts', ...forPlaywright],
  };
  const code = await timed('e2e', () => show(needsVirtualDisplay(host) ? onVirtualDisplay(command) : command));
  return countsOrFailure(file, code, countPlaywright);
}

function heading(text: string): void {
  console.log(`\n== ${text}`);
}

/** The report of an earlier run must not be taken for this one's. */
function freshReport(name: string): string {
  const file = `${results}/${name}`;
  rmSync(file, { force: true });
  return file;
}

/** A runner that failed without naming a failed test, or that left no report, counts as one failure. */
function countsOrFailure(file: string, code: number, count: (report: unknown) => Counts): Counts {
  const counted = existsSync(file) ? count(JSON.parse(readFileSync(file, 'utf8'))) : NONE;
  const nothingRan = counted.passed + counted.failed === 0;
  return (code !== 0 && counted.failed === 0) || nothingRan ? addCounts(counted, ONE_FAILURE) : counted;
}

/** Runs a stage on the terminal. One that hangs is ended with all it started, and counts as failed. */
function show(command: Command): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(command.command, command.parameters, {
      cwd: places.root,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: {
        ...process.env,
        PLAYWRIGHT_HTML_OPEN: 'never',
        TMPDIR: temporary,
        TMP: temporary,
        TEMP: temporary,
        // Playwright's own store of transformed sources is of use to the next run.
        PWTEST_CACHE_DIR: `${places.root}/node_modules/.cache/playwright`,
      },
      // A group of its own, so that it can be ended as a whole.
      detached: true,
    });
    const end = (signal: NodeJS.Signals): void => {
      if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, signal);
    };
    const patience = setTimeout(() => {
      console.error(`${command.command} did not end within ${STAGE_MINUTES} minutes`);
      end('SIGKILL');
    }, STAGE_MINUTES * 60_000);
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.once(signal, () => {
        end(signal);
        process.exit(130);
      });
    }
    child.on('error', () => {
      clearTimeout(patience);
      resolve(127);
    });
    child.on('close', (code) => {
      clearTimeout(patience);
      resolve(code ?? 1);
    });
  });
}
