import { describeAuthProblem } from '../../shared/errors/describe-auth-problem.ts';
import { describeReadOnlyTokens } from '../../shared/ipc/token-scope.ts';
import type { AuthProblem, CredentialChoice } from '../../shared/ipc/connect.ts';
import { AuthFailure } from '../auth/auth-failure.ts';
import type { Connection } from '../google/collector-services.ts';
import { connectToGoogle } from '../google/connect.ts';
import { describeNotice } from '../google/describe-notice.ts';
import type { TransportKind } from '../google/transport/transport.ts';
import { CommandError, EXIT } from './exit-status.ts';
import { writeMessage } from './terminal.ts';
import type { Terminal } from './terminal.ts';

const HOW_TO_WIDEN =
  'With --token-scope cloud-platform they are: such tokens may do whatever the account may, so mind its roles.';

/** Opens the credentials and says whose they are. Throws a `CommandError` with `noCredentials` where they cannot be used. */
export async function openConnection(
  choice: CredentialChoice,
  transport: TransportKind,
  terminal: Terminal,
): Promise<Connection> {
  try {
    const connection = await connectToGoogle(choice, {
      transport,
      notify: (notice) => {
        terminal.stderr.write(`note: ${describeNotice(notice)}\n`);
      },
    });
    await connection.credentials.headers();
    const { title, principal, impersonates, tokens } = connection.credentials.describe();
    const who = [title, principal, impersonates === undefined ? undefined : `as ${impersonates}`];
    await writeMessage(terminal, `Credentials: ${who.filter((part) => part !== undefined).join(', ')}`);
    if (tokens === 'read-only') {
      await writeMessage(terminal, `note: ${describeReadOnlyTokens()} ${HOW_TO_WIDEN}`);
    }
    return connection;
  } catch (error) {
    if (error instanceof AuthFailure) {
      throw new CommandError(describeLogin(error.problem), EXIT.noCredentials);
    }
    throw error;
  }
}

/** A problem with credentials and what to do, on a line each. */
export function describeLogin(problem: AuthProblem): string {
  const { title, message, advice, command } = describeAuthProblem(problem);
  return [`${title}. ${message}`, advice, ...(command === undefined ? [] : [`  $ ${command}`])].join('\n');
}
