import { useState } from 'react';
import { Button } from 'react-aria-components';
import { valueOf } from '../api/client.ts';
import { startCollection } from '../state/collection/collection-operations.ts';
import { useShared, useWorkbench } from '../state/use-workbench.ts';
import { DialogFrame } from '../ui/DialogFrame.tsx';
import { areCredentials, readCredentials, readForm, recallForm, rememberForm, wordsIn } from './connect-form.ts';
import type { ConnectForm, FormProblems } from './connect-form.ts';
import { ConnectionTestResult, type TestState } from './ConnectionTestResult.tsx';
import { CredentialsFields } from './CredentialsFields.tsx';
import { NeededRoles } from './NeededRoles.tsx';
import { ScopeFields } from './ScopeFields.tsx';
import { describeError } from '../errors/describe-error.ts';
import './connect.css';

interface ConnectDialogProps {
  /** A kept collection that is to go on: what it collects is known. */
  readonly resume: { readonly id: string; readonly title: string } | undefined;
  readonly onClose: () => void;
}

/** Asks with which credentials, and what, to collect from Google Cloud. */
export function ConnectDialog({ resume, onClose }: ConnectDialogProps): React.JSX.Element {
  const workbench = useWorkbench();
  const { main, storage } = workbench;
  const allowed = useShared('app', (state) => state.info?.liveAllowed);
  const [form, setForm] = useState<ConnectForm>(() => recallForm(storage));
  const [problems, setProblems] = useState<FormProblems>({});
  const [test, setTest] = useState<TestState>({ status: 'none' });

  function change(changes: Partial<ConnectForm>): void {
    setForm((before) => ({ ...before, ...changes }));
    setProblems((before) => ({
      ...before,
      ...Object.fromEntries(Object.keys(changes).map((name) => [name, undefined])),
    }));
    setTest({ status: 'none' });
  }

  function connect(): void {
    const read = readForm(form);
    if (!read.ok) {
      setProblems(read.problems);
      return;
    }
    rememberForm(storage, form);
    onClose();
    workbench.run(() => startCollection(workbench, read.credentials, read.request));
  }

  function goOn(id: string): void {
    const credentials = readCredentials(form);
    if (!areCredentials(credentials)) {
      setProblems(credentials);
      return;
    }
    onClose();
    workbench.run(() => valueOf(main.resumeUnfinished({ id, credentials })));
  }

  function tryConnection(): void {
    const credentials = readCredentials(form);
    if (!areCredentials(credentials)) {
      setProblems(credentials);
      return;
    }
    const projects = wordsIn(form.projects);
    setTest({ status: 'running' });
    valueOf(main.testConnection({ credentials, project: projects[0] })).then(
      (result) => setTest({ status: 'done', result, projects }),
      (error: unknown) => setTest({ status: 'failed', failure: describeError(error) }),
    );
  }

  if (allowed === false) return <NotAllowed onClose={onClose} />;
  return (
    <DialogFrame
      title={resume === undefined ? 'Connect to Google Cloud' : `Go on with ${resume.title}`}
      onClose={onClose}
      wide
      foot={
        <>
          <Button className="button" onPress={tryConnection} isDisabled={test.status === 'running'}>
            Test connection
          </Button>
          <span className="connect__space" />
          <Button className="button" onPress={onClose}>
            Cancel
          </Button>
          <Button
            className="button button--primary"
            onPress={() => (resume === undefined ? connect() : goOn(resume.id))}
          >
            {resume === undefined ? 'Connect and collect' : 'Go on'}
          </Button>
        </>
      }
    >
      <p className="muted">
        Reads only, with the credentials you already have. They stay in a process of their own: this window never sees a
        token.
      </p>
      <CredentialsFields form={form} problems={problems} onChange={change} />
      {resume === undefined && <ScopeFields form={form} problems={problems} onChange={change} />}
      <ConnectionTestResult test={test} />
      {resume === undefined && <NeededRoles form={form} />}
    </DialogFrame>
  );
}

function NotAllowed({ onClose }: { readonly onClose: () => void }): React.JSX.Element {
  return (
    <DialogFrame
      title="Connect to Google Cloud"
      onClose={onClose}
      foot={
        <Button className="button" onPress={onClose}>
          Close
        </Button>
      }
    >
      <p>
        This is the stand-in runtime: an older Electron without security updates, for looking at files. It does not
        connect to Google Cloud.
      </p>
      <p className="muted">
        Install the Electron of this app, or set <code>VERTEX_LINEAGE_ALLOW_LIVE=1</code> before you start it if you
        accept the risk. The command line (<code>vertex-lineage collect</code>) needs no Electron.
      </p>
    </DialogFrame>
  );
}
