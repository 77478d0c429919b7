import type { Command } from 'commander';
import { Option } from 'commander';
import type { CollectCommandOptions } from './collect-command.ts';
import type { CommandContext } from './command-context.ts';
import type { ExitStatus } from './exit-status.ts';

/** Adds the options of commands that read from Google Cloud. */
export function addLiveOptions(command: Command): Command {
  return command
    .option('--project <project>', 'project to read, by id or number; may be repeated', gather)
    .option('--location <location>', 'only this location; may be repeated (all that the project offers)', gather)
    .option('--credentials <source>', 'adc, gcloud or gcloud:CONFIGURATION (gcloud)')
    .option('--impersonate-service-account <email>', 'read as this service account')
    .option('--quota-project <project>', 'project that is billed for the calls')
    .addOption(
      new Option(
        '--token-scope <scope>',
        'what tokens that are asked for here are good for; Cloud KMS, IAM, Secret Manager and Cloud Asset Inventory take no read-only ones (read-only)',
      ).choices(['read-only', 'cloud-platform']),
    )
    .addOption(
      new Option('--transport <transport>', 'how Vertex AI is read').choices(['auto', 'grpc', 'rest']).default('auto'),
    )
    .option('--depth <hops>', 'how far links are followed from what is listed or asked for');
}

/** Adds `collect`. */
export function addCollect(program: Command, context: CommandContext, report: (status: ExitStatus) => void): void {
  addLiveOptions(
    program
      .command('collect')
      .description('Read an estate from Google Cloud with your own credentials, and write it into a snapshot.'),
  )
    .option(
      '--scope <scope>',
      'folders/NUMBER or organizations/NUMBER: all projects below it, through Cloud Asset Inventory or one by one',
    )
    .addOption(
      new Option(
        '--assets <when>',
        'ask Cloud Asset Inventory instead of each location: faster, not quite up to date (off; auto with --scope)',
      ).choices(['auto', 'off', 'only']),
    )
    .requiredOption('--out <file>', 'the snapshot to write, packed when it ends in .gz')
    .option('--include-secrets', 'keep values of environment variables and credentials as they are')
    .option(
      '--resume',
      'go on with a collection to the same file that was not finished, or read again what failed in it',
    )
    .addHelpText(
      'after',
      `
Nothing is changed in Google Cloud. Ctrl+C stops and keeps what was read.
Exit status: 0 everything was read; 3 not all, standard error says what and why; 2 bad usage; 4 no usable credentials.

Examples:
  With gcloud's login:
    $ vertex-lineage collect --project northwind-ml --project northwind-data --out estate.lineage.json.gz
  As a service account, two regions only:
    $ vertex-lineage collect --project northwind-ml --location us-central1 --location europe-west4 \\
        --impersonate-service-account reviewer@northwind-ml.iam.gserviceaccount.com --out estate.lineage.json
  Go on after an interruption, or try again what failed:
    $ vertex-lineage collect --project northwind-ml --out estate.lineage.json --resume
`,
    )
    .action(async (options: CollectCommandOptions) => {
      // Google's libraries are loaded by those who use them only.
      const { runCollect } = await import('./collect-command.ts');
      report(await runCollect(options, context));
    });
}

function gather(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value];
}
