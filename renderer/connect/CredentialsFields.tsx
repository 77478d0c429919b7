import { ChevronRight, RefreshCw } from 'lucide-react';
import { useCallback, useEffect, useState } from 'react';
import {
  Button,
  Disclosure,
  DisclosurePanel,
  FieldError,
  Heading,
  Label,
  RadioButton,
  RadioField,
  RadioGroup,
} from 'react-aria-components';
import { describeAuthProblem } from '../../shared/errors/describe-auth-problem.ts';
import type { AppErrorDescription } from '../../shared/errors/error-description.ts';
import type { CredentialSource } from '../../shared/ipc/connect.ts';
import { describeReadOnlyTokens } from '../../shared/ipc/token-scope.ts';
import { valueOf } from '../api/client.ts';
import { CommandText } from '../controls/CommandText.tsx';
import { formatTime } from '../state/format.ts';
import { useAnswer } from '../state/useAnswer.ts';
import { useWorkbench } from '../state/use-workbench.ts';
import { CheckBox } from '../ui/CheckBox.tsx';
import { Chip } from '../ui/Chip.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { sourceKey, type ConnectForm, type FormProblems } from './connect-form.ts';
import { Field } from '../ui/Field.tsx';

export interface FieldsProps {
  readonly form: ConnectForm;
  readonly problems: FormProblems;
  readonly onChange: (changes: Partial<ConnectForm>) => void;
}

/** Whose credentials to use: each source by name, never mixed, with what is wrong with it. */
export function CredentialsFields({ form, problems, onChange }: FieldsProps): React.JSX.Element {
  const { main } = useWorkbench();
  const [asked, setAsked] = useState(0);
  const answer = useAnswer(
    useCallback(async () => {
      const { sources } = await valueOf(main.listCredentialSources());
      return { asked, sources };
    }, [main, asked]),
    'sources',
  );
  const sources = answer.status === 'ready' ? answer.value.sources : undefined;
  const chosen = form.source;
  const inUse = sources?.find(({ choice }) => sourceKey(choice) === chosen);
  const isMinted = form.impersonate.trim() !== '' || inUse?.tokens === 'read-only';
  useEffect(() => {
    // What was used last may be gone; what works is chosen before what does not.
    if (sources === undefined || sources.some(({ choice }) => sourceKey(choice) === chosen)) return;
    const usable = sources.filter(({ problem }) => problem === undefined);
    const first = usable.find(({ active }) => active === true) ?? usable[0];
    if (first !== undefined) onChange({ source: sourceKey(first.choice) });
  }, [sources, chosen, onChange]);

  return (
    <section className="connect__section">
      {answer.status === 'failed' && <p role="alert">The credentials could not be listed: {answer.message}</p>}
      <RadioGroup
        className="sources"
        value={chosen}
        onChange={(source) => onChange({ source })}
        isInvalid={problems.source !== undefined}
      >
        <div className="connect__label">
          <Label>Credentials</Label>
          <IconButton
            small
            label="Look for credentials again"
            icon={<RefreshCw size={14} aria-hidden />}
            onPress={() => setAsked(asked + 1)}
          />
        </div>
        {sources === undefined && answer.status === 'loading' && <p className="muted">Looking for credentials…</p>}
        {sources?.map((source) => (
          <SourceRow key={sourceKey(source.choice)} source={source} />
        ))}
        {sources?.every(({ problem }) => problem !== undefined) === true && (
          <p className="muted">None of these can be used yet: do what one of them asks for, then look again.</p>
        )}
        <FieldError className="field__problem">{problems.source}</FieldError>
      </RadioGroup>
      <Disclosure className="more" defaultExpanded={form.impersonate !== '' || form.quotaProject !== ''}>
        <Heading level={3}>
          <Button slot="trigger" className="more__title">
            <ChevronRight size={14} aria-hidden /> Impersonation and quota project
          </Button>
        </Heading>
        <DisclosurePanel className="more__panel connect__pair">
          <Field
            label="Impersonate a service account"
            value={form.impersonate}
            onChange={(impersonate) => onChange({ impersonate })}
            problem={problems.impersonate}
            placeholder="reader@project.iam.gserviceaccount.com"
            hint="Needs roles/iam.serviceAccountTokenCreator on it."
          />
          <Field
            label="Quota project"
            value={form.quotaProject}
            onChange={(quotaProject) => onChange({ quotaProject })}
            problem={problems.quotaProject}
            placeholder="project-id"
            hint="Is billed for the calls; needed with your own user credentials."
          />
        </DisclosurePanel>
      </Disclosure>
      {isMinted && (
        <div className="connect__scope">
          <CheckBox isSelected={form.wideTokens} onChange={(wideTokens) => onChange({ wideTokens })}>
            Ask for the cloud-platform scope
          </CheckBox>
          <p className="muted">
            {form.wideTokens
              ? 'The tokens will be able to do whatever the roles of the account allow. This app only reads.'
              : describeReadOnlyTokens()}
          </p>
        </div>
      )}
    </section>
  );
}

function SourceRow({ source }: { readonly source: CredentialSource }): React.JSX.Element {
  const { choice, title, active, principal, impersonates, project, expires, problem } = source;
  const described = problem === undefined ? undefined : describeAuthProblem(problem);
  const facts = [
    principal,
    impersonates === undefined ? undefined : `impersonates ${impersonates}`,
    project === undefined ? undefined : `project ${project}`,
    expires === undefined ? undefined : `token until ${formatTime(expires)?.utc ?? expires}`,
  ].filter((fact) => fact !== undefined);
  return (
    <div className="source">
      <RadioField value={sourceKey(choice)}>
        <RadioButton className="source__radio">
          <span className="source__mark" aria-hidden />
          <span className="source__text">
            <span>
              {title} {active === true && <Chip tone="info">active</Chip>}
              {described !== undefined && <Chip tone="warning">{described.title}</Chip>}
            </span>
            <span className="muted">{described === undefined ? facts.join(' · ') : whatToDo(described)}</span>
          </span>
        </RadioButton>
      </RadioField>
      {described?.command !== undefined && <CommandText command={described.command} />}
    </div>
  );
}

/** What is wrong with a source; the advice too where no command says it. */
function whatToDo({ message, advice, command }: AppErrorDescription): string {
  return command === undefined ? `${message} ${advice}` : message;
}
