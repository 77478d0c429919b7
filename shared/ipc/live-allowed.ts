/** Whether a runtime may connect to Google Cloud: not an older Electron without security updates, unless the user takes the risk. */
export function isLiveAllowed(environment: Readonly<Record<string, string | undefined>>): boolean {
  return environment['VERTEX_LINEAGE_RUNTIME'] !== 'fallback' || environment['VERTEX_LINEAGE_ALLOW_LIVE'] === '1';
}
