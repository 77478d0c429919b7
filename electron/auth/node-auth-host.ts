import { execFile } from 'node:child_process';
import { open, readdir } from 'node:fs/promises';
import { homedir } from 'node:os';
import type { AuthHost, Environment, ProcessResult } from './auth-host.ts';
import { dropRiskyVariables, withoutRiskyVariables } from './environment.ts';

/** No credential file or setting of gcloud is anywhere near as large. */
const MAX_FILE_BYTES = 1024 * 1024;
const MAX_OUTPUT_BYTES = 4 * 1024 * 1024;
/** gcloud takes a second; a login behind a slow proxy takes more. */
const PROCESS_TIMEOUT = 60_000;

/**
 * Makes the host of this computer. Takes the variables that could give tokens away out of this process's environment, so it has
 * to be called before Google's libraries are loaded.
 */
export function nodeAuthHost(network: { readonly fetch: typeof fetch }): AuthHost {
  const environment = environmentOf(process.env, process.platform);
  dropRiskyVariables(process.env);
  return {
    environment,
    homeFolder: homedir(),
    platform: process.platform,
    readFile: readSmallFile,
    readFolder: (folder) => readdir(folder),
    runProcess,
    now: Date.now,
    fetch: network.fetch,
  };
}

/** Variables by name; names have no case on Windows, so there they are all in capitals. */
function environmentOf(variables: NodeJS.ProcessEnv, platform: NodeJS.Platform): Environment {
  const safe = withoutRiskyVariables(variables);
  return platform === 'win32'
    ? Object.fromEntries(Object.entries(safe).map(([name, value]) => [name.toUpperCase(), value]))
    : safe;
}

async function readSmallFile(file: string): Promise<string> {
  const handle = await open(file, 'r');
  try {
    if ((await handle.stat()).size > MAX_FILE_BYTES) {
      throw new Error('The file is too large');
    }
    return await handle.readFile('utf8');
  } finally {
    await handle.close();
  }
}

/** Rejects only where the program could not be started or did not stop writing; its error is never passed on as it is. */
async function runProcess(file: string, args: readonly string[], environment: Environment): Promise<ProcessResult> {
  return await new Promise((resolve, reject) => {
    const child = execFile(
      file,
      [...args],
      {
        env: environment,
        cwd: homedir(),
        timeout: PROCESS_TIMEOUT,
        maxBuffer: MAX_OUTPUT_BYTES,
        windowsHide: true,
      },
      (error, stdout, stderr) => {
        if (error === null) {
          resolve({ status: 0, stdout, stderr });
        } else if (typeof error.code === 'number' || error.signal !== undefined) {
          resolve({ status: typeof error.code === 'number' ? error.code : null, stdout, stderr });
        } else {
          reject(new Error('The program could not be run'));
        }
      },
    );
    child.stdin?.end();
  });
}
