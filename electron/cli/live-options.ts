import type { z } from 'zod';
import { collectionRequestSchema, credentialChoiceSchema } from '../../shared/ipc/connect.ts';
import type { CollectionRequest, CredentialChoice } from '../../shared/ipc/connect.ts';
import { CommandError } from './exit-status.ts';

/** Options of every command that reads from Google Cloud, as the command line gives them. */
export interface LiveOptions {
  readonly project?: readonly string[];
  readonly scope?: string;
  readonly location?: readonly string[];
  /** `adc` or `gcloud[:CONFIGURATION]`. */
  readonly credentials?: string;
  readonly impersonateServiceAccount?: string;
  readonly quotaProject?: string;
  readonly tokenScope?: string;
  readonly transport?: string;
  readonly depth?: string;
  readonly assets?: string;
}

/** Hops that `collect` follows where nothing else is said: a job's image, its repository, the repository's key, its key ring. */
export const STANDARD_DEPTH = 4;

/** The credentials that are chosen; gcloud's active configuration where none are. Throws a `CommandError`. */
export function readCredentials(options: LiveOptions): CredentialChoice {
  const { credentials = 'gcloud', impersonateServiceAccount: impersonate, quotaProject, tokenScope } = options;
  const [source, configuration] = splitAtColon(credentials);
  const choice = {
    source,
    ...(configuration === undefined ? {} : { configuration }),
    ...(impersonate === undefined ? {} : { impersonate }),
    ...(quotaProject === undefined ? {} : { quotaProject }),
    ...(tokenScope === undefined ? {} : { tokenScope }),
  };
  const result = credentialChoiceSchema.safeParse(choice);
  if (!result.success) {
    throw new CommandError(
      source === 'adc' || source === 'gcloud'
        ? `The credentials cannot be used: ${reasonsOf(result.error)}.`
        : `--credentials takes adc, gcloud or gcloud:CONFIGURATION, not "${credentials}".`,
    );
  }
  return result.data;
}

/** What is asked for; `ownProject` is that of the credentials, where no project is given. Throws a `CommandError`. */
export function readRequest(options: LiveOptions, ownProject: string | undefined, depth: number): CollectionRequest {
  const { scope, location, transport = 'auto' } = options;
  const own = ownProject === undefined || scope !== undefined ? [] : [ownProject];
  const projects = options.project ?? own;
  if (projects.length === 0 && scope === undefined) {
    throw new CommandError('Name at least one project: --project PROJECT.');
  }
  const result = collectionRequestSchema.safeParse({
    projects: [...new Set(projects)],
    ...(scope === undefined ? {} : { scope }),
    ...(location === undefined ? {} : { locations: [...new Set(location)] }),
    depth: options.depth === undefined ? depth : Number(options.depth),
    assets: options.assets ?? (scope === undefined ? 'off' : 'auto'),
    transport,
  });
  if (!result.success) {
    throw new CommandError(`This cannot be collected: ${reasonsOf(result.error)}.`);
  }
  return result.data;
}

function splitAtColon(text: string): readonly [string, string | undefined] {
  const at = text.indexOf(':');
  return at < 0 ? [text, undefined] : [text.slice(0, at), text.slice(at + 1)];
}

function reasonsOf(error: z.ZodError): string {
  return error.issues.map(({ path, message }) => [...path.map(String), message].join(' ')).join('; ');
}
