import { utilityProcess } from 'electron';
import type { CollectorProcess } from './collector-host.ts';

/**
 * Starts the process that holds credentials and reads from Google Cloud. Its output is not shown: a library of Google's might print
 * what it reads. It gets the environment of the user, by which gcloud and proxies are set up.
 */
export function forkCollector(
  entry: string,
  options: { readonly journals: string; readonly toolVersion: string },
): CollectorProcess {
  return utilityProcess.fork(entry, [JSON.stringify(options)], {
    serviceName: 'Google Cloud collector',
    stdio: 'ignore',
  });
}
