import { ChevronRight } from 'lucide-react';
import { useMemo } from 'react';
import { Button, Disclosure, DisclosurePanel, Heading } from 'react-aria-components';
import { neededRoles } from '../../shared/kinds/needed-permissions.ts';
import { CopyButton } from '../controls/CopyButton.tsx';
import { formatCount } from '../state/format.ts';
import type { ConnectForm } from './connect-form.ts';

/** The permissions that the collection will use, by the narrowest role that gives them. */
export function NeededRoles({
  form: { kinds, depth, assets, scope },
}: {
  readonly form: ConnectForm;
}): React.JSX.Element {
  const roles = useMemo(
    () => neededRoles({ kinds, depth, assets, scope: scope.trim() }),
    [kinds, depth, assets, scope],
  );
  const permissions = roles.reduce((sum, role) => sum + role.permissions.length, 0);
  return (
    <Disclosure className="more">
      <Heading level={3}>
        <Button slot="trigger" className="more__title">
          <ChevronRight size={14} aria-hidden /> What it will use: {formatCount(permissions, 'permission')} in{' '}
          {formatCount(roles.length, 'role')}
        </Button>
      </Heading>
      <DisclosurePanel className="more__panel">
        <div className="connect__label">
          <p className="muted">
            All of them only read. What is not granted is left out and said so; nothing else fails because of it.
          </p>
          <CopyButton text={roles.map(({ role }) => role).join('\n')} label="Copy the list of roles" />
        </div>
        <ul className="roles">
          {roles.map(({ role, permissions: given }) => (
            <li key={role}>
              <code>{role}</code>
              <span className="muted">{given.join(', ')}</span>
            </li>
          ))}
        </ul>
      </DisclosurePanel>
    </Disclosure>
  );
}
