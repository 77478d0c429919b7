import { z } from 'zod';
import type { KindId } from '../../shared/kinds/index.ts';
import { isKindId, KINDS } from '../../shared/kinds/index.ts';
import {
  collectionRequestSchema,
  credentialChoiceSchema,
  type CollectionRequest,
  type CredentialChoice,
} from '../../shared/ipc/connect.ts';
import type { PreferenceStorage } from '../state/pane-store.ts';

/** What the dialog "Connect to Google Cloud" holds; texts as they were typed. */
export interface ConnectForm {
  /** The chosen source, as `sourceKey` spells it; empty while none is chosen. */
  readonly source: string;
  readonly impersonate: string;
  readonly quotaProject: string;
  /** Whether tokens that the app asks for itself may be good for more than reading. */
  readonly wideTokens: boolean;
  /** Ids or numbers, separated by spaces, commas or lines. */
  readonly projects: string;
  /** `folders/123` or `organizations/123`; empty for projects. */
  readonly scope: string;
  /** Empty: all that the project offers. */
  readonly locations: string;
  readonly kinds: readonly KindId[];
  readonly depth: number;
  readonly assets: CollectionRequest['assets'];
  readonly transport: CollectionRequest['transport'];
}

/** Kinds that can be listed in the locations of Vertex AI; those a collection takes by itself are chosen at first. */
export const LISTABLE_KINDS = KINDS.filter(({ api }) => 'list' in api && api.list?.place === 'vertex-location');

const STANDARD_KINDS = LISTABLE_KINDS.filter(
  ({ api }) => 'list' in api && api.list?.place === 'vertex-location' && api.list.standard,
).map(({ id }) => id);

/** How far linked resources are followed unless the user chooses: to what a job's own resources name. */
const DEPTH = 3;

/** The dialog on a machine where nobody has connected. */
export const EMPTY_FORM: ConnectForm = {
  source: '',
  impersonate: '',
  quotaProject: '',
  wideTokens: false,
  projects: '',
  scope: '',
  locations: '',
  kinds: STANDARD_KINDS,
  depth: DEPTH,
  assets: 'auto',
  transport: 'auto',
};

/** What can be wrong with a form, by field; the sentences stand below the fields. */
export type FormProblems = Partial<Record<keyof ConnectForm, string>>;

/** A form that can be sent, or what is wrong with it. */
export type ReadForm =
  | { readonly ok: true; readonly credentials: CredentialChoice; readonly request: CollectionRequest }
  | { readonly ok: false; readonly problems: FormProblems };

/** Spells a choice of credentials as one text, without what is put on top of it. */
export function sourceKey(choice: CredentialChoice): string {
  return choice.source === 'adc' ? 'adc' : `gcloud:${choice.configuration ?? ''}`;
}

/** Returns the parts of a text that separates them by spaces, commas or lines, each once. */
export function wordsIn(text: string): readonly string[] {
  return [...new Set(text.split(/[\s,;]+/u).filter((word) => word !== ''))];
}

/** Returns the credentials of a form, or what is wrong with them. */
export function readCredentials(form: ConnectForm): CredentialChoice | FormProblems {
  if (form.source === '') return { source: 'Choose the credentials to use.' };
  const impersonate = form.impersonate.trim();
  const quotaProject = form.quotaProject.trim();
  const onTop = {
    ...(impersonate === '' ? {} : { impersonate }),
    ...(quotaProject === '' ? {} : { quotaProject }),
    ...(form.wideTokens ? { tokenScope: 'cloud-platform' } : {}),
  };
  const configuration = form.source.startsWith('gcloud:') ? form.source.slice('gcloud:'.length) : '';
  const choice = credentialChoiceSchema.safeParse(
    form.source === 'adc'
      ? { source: 'adc', ...onTop }
      : { source: 'gcloud', ...(configuration === '' ? {} : { configuration }), ...onTop },
  );
  if (choice.success) return choice.data;
  return Object.fromEntries(
    choice.error.issues.map(({ path }) =>
      path[0] === 'impersonate'
        ? ['impersonate', 'This is not the e-mail of a service account.']
        : path[0] === 'quotaProject'
          ? ['quotaProject', 'This is not the id of a project.']
          : ['source', 'These credentials cannot be chosen.'],
    ),
  );
}

/** Returns what a form asks for, or what is wrong with it. */
export function readForm(form: ConnectForm): ReadForm {
  const credentials = readCredentials(form);
  const scope = form.scope.trim();
  const projects = wordsIn(form.projects);
  const locations = wordsIn(form.locations);
  const isStandard =
    form.kinds.length === STANDARD_KINDS.length && STANDARD_KINDS.every((id) => form.kinds.includes(id));
  const request = collectionRequestSchema.safeParse({
    projects,
    ...(scope === '' ? {} : { scope }),
    ...(locations.length === 0 ? {} : { locations }),
    ...(isStandard ? {} : { kinds: form.kinds }),
    depth: form.depth,
    assets: form.assets,
    transport: form.transport,
  });
  const problems: FormProblems = {
    ...(isProblem(credentials) ? credentials : {}),
    ...(projects.length === 0 && scope === ''
      ? { projects: 'Name at least one project, folder or organisation.' }
      : {}),
    ...(form.kinds.length === 0 ? { kinds: 'Choose at least one kind.' } : {}),
    ...(request.success ? {} : problemsOf(request.error, form)),
  };
  if (Object.keys(problems).length > 0 || !request.success || isProblem(credentials)) return { ok: false, problems };
  return { ok: true, credentials, request: request.data };
}

function isProblem(read: CredentialChoice | FormProblems): read is FormProblems {
  return read.source !== 'adc' && read.source !== 'gcloud';
}

/** Whether what was read are credentials. */
export function areCredentials(read: CredentialChoice | FormProblems): read is CredentialChoice {
  return !isProblem(read);
}

function problemsOf(error: z.ZodError, { projects, locations }: ConnectForm): FormProblems {
  return Object.fromEntries(
    error.issues.map(({ path: [field, index] }): [string, string] => {
      const place = typeof index === 'number' ? index : 0;
      switch (field) {
        case 'projects':
          return ['projects', `${wordsIn(projects)[place] ?? 'This'} is not the id or number of a project.`];
        case 'locations':
          return ['locations', `${wordsIn(locations)[place] ?? 'This'} is not a location.`];
        case 'scope':
          return ['scope', 'Write folders/NUMBER or organizations/NUMBER.'];
        default:
          return [String(field), 'This cannot be collected.'];
      }
    }),
  );
}

const KEY = 'connect';

const storedSchema = z.object({
  source: z.string(),
  impersonate: z.string(),
  quotaProject: z.string(),
  wideTokens: z.boolean().default(false),
  projects: z.string(),
  scope: z.string(),
  locations: z.string(),
  kinds: z.array(z.string().refine(isKindId)),
  depth: collectionRequestSchema.shape.depth,
  assets: collectionRequestSchema.shape.assets,
  transport: collectionRequestSchema.shape.transport,
});

/** Returns the form as it was sent last on this machine. */
export function recallForm(storage: PreferenceStorage): ConnectForm {
  try {
    const stored = storedSchema.safeParse(JSON.parse(storage.getItem(KEY) ?? 'null'));
    return stored.success ? stored.data : EMPTY_FORM;
  } catch {
    // A preference that cannot be read is no more than a form to fill in again.
    return EMPTY_FORM;
  }
}

/** Remembers a form; it holds names only, never a credential. */
export function rememberForm(storage: PreferenceStorage, form: ConnectForm): void {
  storage.setItem(KEY, JSON.stringify(form));
}
