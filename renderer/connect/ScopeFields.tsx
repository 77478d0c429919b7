import { ChevronRight } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Button, Disclosure, DisclosurePanel, Heading } from 'react-aria-components';
import type { ProjectChoice } from '../../shared/ipc/collection.ts';
import { valueOf } from '../api/client.ts';
import { describeError } from '../errors/describe-error.ts';
import { useWorkbench } from '../state/use-workbench.ts';
import { CheckBox } from '../ui/CheckBox.tsx';
import { areCredentials, LISTABLE_KINDS, readCredentials, wordsIn } from './connect-form.ts';
import type { FieldsProps } from './CredentialsFields.tsx';
import { Field } from '../ui/Field.tsx';

/** Most projects offered to be ticked; who has more types them. */
const MOST_OFFERED = 500;

type Offer =
  | { readonly status: 'none' | 'loading' }
  | { readonly status: 'ready'; readonly projects: readonly ProjectChoice[] }
  | { readonly status: 'failed'; readonly message: string };

/** What to collect: projects, or a folder or organisation; where, which kinds, and how far linked resources are followed. */
export function ScopeFields({ form, problems, onChange }: FieldsProps): React.JSX.Element {
  const { main } = useWorkbench();
  const [offer, setOffer] = useState<Offer>({ status: 'none' });
  const chosen = wordsIn(form.projects);
  const [more, setMore] = useState(false);
  const isWrong = problems.locations !== undefined || problems.kinds !== undefined;
  useEffect(() => {
    // What is wrong must be seen.
    if (isWrong) setMore(true);
  }, [isWrong]);

  function list(): void {
    const credentials = readCredentials(form);
    if (!areCredentials(credentials)) return;
    setOffer({ status: 'loading' });
    valueOf(main.listProjects({ credentials })).then(
      (projects) => setOffer({ status: 'ready', projects }),
      (error: unknown) => setOffer({ status: 'failed', message: describeError(error).message }),
    );
  }

  return (
    <section className="connect__section">
      <Field
        label="Projects"
        value={form.projects}
        onChange={(projects) => onChange({ projects })}
        problem={problems.projects}
        placeholder="project-id another-project"
        hint="Ids or numbers, separated by spaces or commas."
        isLong
      />
      <div className="connect__offer">
        <Button
          className="button button--small"
          onPress={list}
          isDisabled={offer.status === 'loading' || form.source === ''}
        >
          {offer.status === 'loading' ? 'Listing…' : 'List the projects I may see'}
        </Button>
        {offer.status === 'failed' && <p role="alert">They could not be listed: {offer.message}</p>}
        {offer.status === 'ready' && (
          <ul className="connect__projects scrolls" aria-label="Projects I may see">
            {offer.projects.slice(0, MOST_OFFERED).map(({ id, name }) => (
              <li key={id}>
                <CheckBox
                  isSelected={chosen.includes(id)}
                  onChange={(isChosen) => {
                    const others = chosen.filter((each) => each !== id);
                    onChange({ projects: (isChosen ? [...others, id] : others).join(' ') });
                  }}
                >
                  <span className="truncate">
                    {id} {name !== undefined && name !== id && <span className="muted">{name}</span>}
                  </span>
                </CheckBox>
              </li>
            ))}
            {offer.projects.length > MOST_OFFERED && (
              <li className="muted">and {offer.projects.length - MOST_OFFERED} more: type their ids above</li>
            )}
            {offer.projects.length === 0 && <li className="muted">None: these credentials may see no project.</li>}
          </ul>
        )}
      </div>
      <Field
        label="Folder or organisation"
        value={form.scope}
        onChange={(scope) => onChange({ scope })}
        problem={problems.scope}
        placeholder="folders/123456789012 or organizations/123456789012"
        hint="Stands for all projects below it; they are read through Cloud Asset Inventory where you may use it, else one by one."
      />
      <Disclosure className="more" isExpanded={more} onExpandedChange={setMore}>
        <Heading level={3}>
          <Button slot="trigger" className="more__title">
            <ChevronRight size={14} aria-hidden /> Locations, kinds and depth
          </Button>
        </Heading>
        <DisclosurePanel className="more__panel">
          <Field
            label="Locations"
            value={form.locations}
            onChange={(locations) => onChange({ locations })}
            problem={problems.locations}
            placeholder="all"
            hint="Such as europe-west4 us-central1; empty for all that the projects offer."
          />
          <fieldset className="connect__kinds">
            <legend>Kinds to list</legend>
            {LISTABLE_KINDS.map(({ id, plural }) => (
              <CheckBox
                key={id}
                isSelected={form.kinds.includes(id)}
                onChange={(isChosen) => {
                  const others = form.kinds.filter((each) => each !== id);
                  onChange({ kinds: isChosen ? [...others, id] : others });
                }}
              >
                {plural}
              </CheckBox>
            ))}
            {problems.kinds !== undefined && <p className="field__problem">{problems.kinds}</p>}
          </fieldset>
          <div className="connect__choices">
            <Choice
              label="Linked resources"
              value={String(form.depth)}
              options={DEPTHS}
              onChange={(depth) => onChange({ depth: Number(depth) })}
            />
            <Choice
              label="Cloud Asset Inventory"
              value={form.assets}
              options={ASSETS}
              onChange={(assets) => onChange({ assets: assets as typeof form.assets })}
            />
            <Choice
              label="Transport"
              value={form.transport}
              options={TRANSPORTS}
              onChange={(transport) => onChange({ transport: transport as typeof form.transport })}
            />
          </div>
        </DisclosurePanel>
      </Disclosure>
    </section>
  );
}

const DEPTHS = [
  ['0', 'none: the lists alone'],
  ['1', '1 link from the jobs'],
  ['2', '2 links'],
  ['3', '3 links'],
  ['5', '5 links'],
  ['20', 'all that are named'],
] as const;

const ASSETS = [
  ['auto', 'where I may use it'],
  ['off', 'never'],
  ['only', 'nothing else'],
] as const;

const TRANSPORTS = [
  ['auto', 'gRPC, or REST where that fails'],
  ['grpc', 'gRPC only'],
  ['rest', 'REST only'],
] as const;

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly (readonly [value: string, title: string])[];
  readonly onChange: (value: string) => void;
}

function Choice({ label, value, options, onChange }: ChoiceProps): React.JSX.Element {
  return (
    <label className="field">
      <span>{label}</span>
      <select value={value} onChange={(event) => onChange(event.target.value)}>
        {options.map(([option, title]) => (
          <option key={option} value={option}>
            {title}
          </option>
        ))}
      </select>
    </label>
  );
}
