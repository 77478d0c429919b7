import { z } from 'zod';
import { isKindId } from '../kinds/index.ts';

// The window's policy allows no `eval`, by which zod would otherwise try to compile schemas.
z.config({ jitless: true });

/**
 * What connecting to Google Cloud takes and gives, on the command line and across processes. Nothing here has a place for a
 * token: what a schema does not name is taken off before it crosses a process boundary.
 */

/** E-mail of the account to be impersonated; before it, separated by commas, those that lead to it, as gcloud takes them. */
const impersonationChain = z
  .string()
  .max(1000)
  .regex(/^[\w.+-]+@[\w.-]+(?:,[\w.+-]+@[\w.-]+)*$/u, 'not the e-mail of a service account');

/** Id of a project, also an old one with its domain (`example.com:project`), or its number. */
const projectIdentifier = z
  .string()
  .max(100)
  .regex(/^(?:[a-z0-9][a-z0-9.-]*:)?[a-z0-9][a-z0-9-]*$/u, 'not the id or number of a project');

const onTop = {
  impersonate: impersonationChain.optional(),
  /** Project that is billed for the calls and whose quota they use. */
  quotaProject: projectIdentifier.optional(),
  /** What tokens that the app asks for itself are good for; read-only ones if not given, and never those of a login. */
  tokenScope: z.enum(['read-only', 'cloud-platform']).optional(),
};

/** Whose credentials to use: the user's own, by the name of their source and never by the path of a file. */
export const credentialChoiceSchema = z.discriminatedUnion('source', [
  /** Application Default Credentials: https://cloud.google.com/docs/authentication/application-default-credentials */
  z.strictObject({ source: z.literal('adc'), ...onTop }),
  z.strictObject({
    source: z.literal('gcloud'),
    /** Name of a gcloud configuration; the active one if not given. */
    configuration: z
      .string()
      .max(200)
      .regex(/^[a-z][-a-z0-9]*$/u, 'not the name of a gcloud configuration')
      .optional(),
    ...onTop,
  }),
]);

/** Everything that can be wrong with credentials; each has its wording in `shared/errors/describe-auth-problem.ts`. */
export const authProblemSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('gcloud-missing') }),
  /** gcloud ran and failed for a reason that has no kind of its own. */
  z.object({ kind: z.literal('gcloud-failed'), reason: z.string() }),
  z.object({ kind: z.literal('configuration-missing'), configuration: z.string() }),
  /** No Application Default Credentials, or a configuration without a login. */
  z.object({
    kind: z.literal('not-logged-in'),
    source: z.enum(['adc', 'gcloud']),
    configuration: z.string().optional(),
  }),
  z.object({ kind: z.literal('no-project'), configuration: z.string().optional() }),
  z.object({ kind: z.literal('quota-project-missing'), source: z.enum(['adc', 'gcloud']) }),
  /** A file or setting that cannot be used. `file` is what the user calls it: a path or the name of a variable. */
  z.object({ kind: z.literal('credentials-invalid'), file: z.string(), reason: z.string() }),
  z.object({ kind: z.literal('credentials-unsupported'), file: z.string(), type: z.string() }),
  /** Google wants the user to log in again. `command` does it; absent where no command can. */
  z.object({ kind: z.literal('expired'), command: z.string().optional(), reason: z.string().optional() }),
  /** Google does not accept these credentials, and a new login of the same kind would not change it. */
  z.object({ kind: z.literal('refused'), reason: z.string() }),
  /** Where tokens come from could not be reached. */
  z.object({ kind: z.literal('unreachable'), host: z.string(), reason: z.string() }),
  z.object({ kind: z.literal('impersonation-denied'), account: z.string(), reason: z.string() }),
  /** An endpoint to which no token is sent. */
  z.object({ kind: z.literal('endpoint-refused'), service: z.string(), address: z.string(), reason: z.string() }),
  /** The fallback runtime is for looking at files. */
  z.object({ kind: z.literal('live-not-allowed') }),
]);

/** Credentials that can be chosen, or are in use, as the window and the terminal show them. */
export const credentialSourceSchema = z.object({
  choice: credentialChoiceSchema,
  /** Such as `gcloud configuration "work"`. */
  title: z.string(),
  /** Whether gcloud uses this configuration now. */
  active: z.boolean().optional(),
  /** `authorized_user`, `service_account`, … as in a credential file; `gcloud`, `access_token_file` or `metadata`. */
  type: z.string(),
  /** E-mail or subject the calls are made as; absent where only Google knows. */
  principal: z.string().optional(),
  /** E-mail of the account that is impersonated. */
  impersonates: z.string().optional(),
  project: z.string().optional(),
  quotaProject: z.string().optional(),
  /** Region set for Vertex AI. */
  region: z.string().optional(),
  /** What the tokens are good for, where the app asks for them itself; absent where the login has settled it. */
  tokens: z.enum(['read-only', 'cloud-platform']).optional(),
  /** RFC 3339: end of the token in use. */
  expires: z.string().optional(),
  problem: authProblemSchema.optional(),
});

/** What to collect. */
export const collectionRequestSchema = z.object({
  projects: z.array(projectIdentifier).max(10_000),
  /** A folder or organisation, through Cloud Asset Inventory. */
  scope: z
    .string()
    .regex(/^(?:folders|organizations)\/\d+$/u, 'not folders/NUMBER or organizations/NUMBER')
    .optional(),
  /** All the project offers, if not given. */
  locations: z
    .array(z.string().regex(/^[a-z0-9-]{1,63}$/u, 'not a location'))
    .max(1000)
    .optional(),
  /** All, if not given. */
  kinds: z.array(z.string().refine(isKindId, 'not a kind')).max(1000).optional(),
  /** Hops from the jobs to which linked resources are read; 0 reads the jobs alone. */
  depth: z.number().int().min(0).max(20),
  /** Whether Cloud Asset Inventory is asked instead of walking through the locations. */
  assets: z.enum(['auto', 'off', 'only']),
  transport: z.enum(['auto', 'grpc', 'rest']),
});

export type CredentialChoice = z.infer<typeof credentialChoiceSchema>;
export type AuthProblem = z.infer<typeof authProblemSchema>;
export type CredentialSource = z.infer<typeof credentialSourceSchema>;
export type CollectionRequest = z.infer<typeof collectionRequestSchema>;
