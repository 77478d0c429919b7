import { z } from 'zod';
import type { AuthHost } from './auth-host.ts';
import { AuthFailure } from './auth-failure.ts';
import { whyRefused } from './endpoint-overrides.ts';
import { errorCode, isMissing } from './file-error.ts';
import { gcloudFolder } from './gcloud-configurations.ts';
import { joinPath } from './host-path.ts';

/** A file with Application Default Credentials. `json` has secrets in it: it does not leave the functions that use it. */
export interface AdcFile {
  readonly file: string;
  readonly json: AdcJson;
}

export type AdcJson = z.infer<typeof schema>;
/** Credentials that give a token by themselves. */
export type SourceJson = Exclude<AdcJson, { readonly type: 'impersonated_service_account' }>;
export type ExternalJson = z.infer<typeof externalSchema>;

const text = z.string().min(1);
const common = { universe_domain: z.string().exactOptional(), quota_project_id: text.exactOptional() };

const userSchema = z.looseObject({
  ...common,
  type: z.literal('authorized_user'),
  client_id: text,
  client_secret: text,
  refresh_token: text,
  account: z.string().exactOptional(),
});
const serviceAccountSchema = z.looseObject({
  ...common,
  type: z.literal('service_account'),
  client_email: text,
  private_key: text,
  private_key_id: z.string().exactOptional(),
  project_id: text.exactOptional(),
});
const awsSourceSchema = z.object({
  environment_id: text,
  region_url: text.exactOptional(),
  url: text.exactOptional(),
  regional_cred_verification_url: text,
  imdsv2_session_token_url: text.exactOptional(),
});
const programSourceSchema = z.object({
  executable: z.object({
    command: text,
    timeout_millis: z.number().exactOptional(),
    output_file: text.exactOptional(),
  }),
});
const textSourceSchema = z.object({
  file: text.exactOptional(),
  url: text.exactOptional(),
  headers: z.record(z.string(), z.string()).exactOptional(),
  format: z.object({ type: z.enum(['json', 'text']), subject_token_field_name: text.exactOptional() }).exactOptional(),
  certificate: z
    .object({
      use_default_certificate_config: z.boolean().exactOptional(),
      certificate_config_location: text.exactOptional(),
      trust_chain_path: text.exactOptional(),
    })
    .exactOptional(),
});
const externalSchema = z.looseObject({
  ...common,
  type: z.literal('external_account'),
  audience: text,
  subject_token_type: text,
  token_url: text.exactOptional(),
  service_account_impersonation_url: text.exactOptional(),
  service_account_impersonation: z.looseObject({ token_lifetime_seconds: z.number().exactOptional() }).exactOptional(),
  client_id: text.exactOptional(),
  client_secret: text.exactOptional(),
  workforce_pool_user_project: text.exactOptional(),
  credential_source: z.union([awsSourceSchema, programSourceSchema, textSourceSchema]),
});
const workforceSchema = z.looseObject({
  ...common,
  type: z.literal('external_account_authorized_user'),
  client_id: text,
  client_secret: text,
  refresh_token: text,
  token_url: text.exactOptional(),
  token_info_url: z.string().exactOptional(),
});
const gdchSchema = z.looseObject({
  ...common,
  type: z.literal('gdch_service_account'),
  format_version: z.literal('1'),
  project: text,
  private_key_id: text,
  private_key: text,
  name: text,
  token_uri: text,
  ca_cert_path: z.string().exactOptional(),
});
const impersonatedSchema = z.looseObject({
  ...common,
  type: z.literal('impersonated_service_account'),
  service_account_impersonation_url: text,
  delegates: z.array(text).exactOptional(),
  source_credentials: z.discriminatedUnion('type', [userSchema, serviceAccountSchema, externalSchema, workforceSchema]),
});
const schema = z.discriminatedUnion('type', [
  userSchema,
  serviceAccountSchema,
  externalSchema,
  workforceSchema,
  gdchSchema,
  impersonatedSchema,
]);

const TYPES: ReadonlySet<string> = new Set(schema.options.map((option) => option.shape.type.value));

/**
 * Reads the Application Default Credentials of this computer: the file of `GOOGLE_APPLICATION_CREDENTIALS`, else gcloud's.
 * Undefined where there is none; rejects with an `AuthFailure` where it cannot be used. The file is found by these two ways only:
 * it can name programs and addresses, so it is never taken from a document or a dropped file.
 * https://cloud.google.com/docs/authentication/application-default-credentials#order
 */
export async function readAdcFile(host: AuthHost): Promise<AdcFile | undefined> {
  const named = host.environment['GOOGLE_APPLICATION_CREDENTIALS'];
  const isNamed = named !== undefined && named !== '';
  const file = isNamed ? named : joinPath(host, gcloudFolder(host), 'application_default_credentials.json');
  let contents: string;
  try {
    contents = await host.readFile(file);
  } catch (error) {
    if (!isNamed && isMissing(error)) {
      return undefined;
    }
    const reason = isMissing(error)
      ? 'there is no such file'
      : `it cannot be read (${errorCode(error) ?? 'too large'})`;
    throw new AuthFailure({
      kind: 'credentials-invalid',
      file,
      reason: isNamed ? `GOOGLE_APPLICATION_CREDENTIALS names it, but ${reason}.` : `${reason}.`,
    });
  }
  return { file, json: parseAdc(file, contents) };
}

/** The account that an address such as `https://…/serviceAccounts/EMAIL:generateAccessToken` impersonates. */
export function impersonatedEmail(address: string | undefined): string | undefined {
  return /\/serviceAccounts\/(?<email>[^/:]+):generateAccessToken$/u.exec(address ?? '')?.groups?.['email'];
}

function parseAdc(file: string, contents: string): AdcJson {
  let value: unknown;
  try {
    value = JSON.parse(contents);
  } catch {
    // What the parser says quotes the text, which may be a key.
    throw new AuthFailure({ kind: 'credentials-invalid', file, reason: 'It is not JSON.' });
  }
  const type = z.object({ type: z.string() }).safeParse(value).data?.type;
  if (type === undefined || !TYPES.has(type)) {
    throw new AuthFailure({ kind: 'credentials-unsupported', file, type: (type ?? 'none').slice(0, 60) });
  }
  const parsed = schema.safeParse(value);
  if (!parsed.success) {
    const fields = parsed.error.issues.map(({ path }) => path.join('.')).filter((path) => path !== '');
    throw new AuthFailure({
      kind: 'credentials-invalid',
      file,
      reason: `Missing or not as they should be: ${fields.join(', ')}.`,
    });
  }
  checkAddresses(file, parsed.data);
  return parsed.data;
}

/** Secrets are sent to the addresses in the file: they have to be https, as for any other endpoint. */
function checkAddresses(file: string, json: AdcJson): void {
  const source = json.type === 'impersonated_service_account' ? json.source_credentials : json;
  for (const [name, address] of [
    ['token_url', source['token_url']],
    ['service_account_impersonation_url', json['service_account_impersonation_url']],
    ['service_account_impersonation_url', source['service_account_impersonation_url']],
    ['token_uri', json.type === 'gdch_service_account' ? json.token_uri : undefined],
  ]) {
    const reason =
      typeof address !== 'string'
        ? undefined
        : URL.canParse(address)
          ? whyRefused(new URL(address))
          : 'it is not an address';
    if (reason !== undefined) {
      throw new AuthFailure({ kind: 'credentials-invalid', file, reason: `${String(name)} is refused: ${reason}.` });
    }
  }
  for (const { universe_domain: domain } of [json, source]) {
    if (domain !== undefined && domain !== '' && domain !== 'googleapis.com') {
      throw new AuthFailure({
        kind: 'credentials-invalid',
        file,
        reason: 'It is for another universe than googleapis.com, which this app does not know.',
      });
    }
  }
}
