import { Option } from 'commander';
import type { Command } from 'commander';
import { runAccess } from './access-command.ts';
import type { AccessOptions } from './access-command.ts';
import type { CommandContext } from './command-context.ts';
import type { ExitStatus } from './exit-status.ts';

const EXAMPLES = `
Examples:
  Who can read, write and administer a bucket:
    $ vertex-lineage access gs://tidewater-pipeline-code --in exports/ --format table
  What a group can reach:
    $ vertex-lineage access group:ml-engineers@tidewater.example --in exports/
  Every way to more rights, worst first:
    $ vertex-lineage access --in exports/
`;

/** Adds the command `access` to the program. */
export function addAccess(program: Command, context: CommandContext, report: (status: ExitStatus) => void): void {
  program
    .command('access')
    .description(
      'Tell from IAM policies who can do what to a resource, what a principal can reach, and how rights add up.',
    )
    .argument(
      '[name]',
      'a resource in any spelling, or a member as policies write it: user:, group:, serviceAccount:, …',
    )
    .requiredOption(
      '--in <files...>',
      'files or folders of any format the app opens, plain or gzip; - is standard input',
    )
    .addOption(new Option('--format <format>', 'format of the result').choices(['json', 'table']).default('json'))
    .addHelpText('after', EXAMPLES)
    .action(async (name: string | undefined, options: AccessOptions) => {
      report(await runAccess(name, options, context));
    });
}
