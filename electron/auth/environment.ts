import type { Environment } from './auth-host.ts';

/**
 * Variables that make Google's libraries write requests with their contents to the terminal, run a program for a client
 * certificate, or send tokens to another cloud than the user sees here.
 */
const RISKY_VARIABLES: readonly string[] = [
  'GOOGLE_SDK_NODE_LOGGING',
  'GOOGLE_SDK_NODE_ENABLE_TRACING',
  'GOOGLE_API_USE_CLIENT_CERTIFICATE',
  'GOOGLE_API_USE_MTLS_ENDPOINT',
  'GOOGLE_CLOUD_UNIVERSE_DOMAIN',
  'GRPC_TRACE',
  'GRPC_VERBOSITY',
  'GRPC_NODE_TRACE',
  'GRPC_NODE_VERBOSITY',
];

/** Returns an environment without the variables that could give tokens away. */
export function withoutRiskyVariables(environment: Environment): Environment {
  return Object.fromEntries(
    Object.entries(environment).filter(([name]) => !RISKY_VARIABLES.includes(name.toUpperCase())),
  );
}

/**
 * Takes the variables that could give tokens away out of this process's own environment, and keeps Google's libraries from
 * probing the network for a metadata server. To be called before any of them is loaded.
 */
export function dropRiskyVariables(environment: NodeJS.ProcessEnv): void {
  for (const name of Object.keys(environment)) {
    if (RISKY_VARIABLES.includes(name.toUpperCase())) {
      delete environment[name];
    }
  }
  environment['METADATA_SERVER_DETECTION'] ??= 'none';
}
