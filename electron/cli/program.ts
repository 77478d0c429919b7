import { Argument, Command, CommanderError, Option } from 'commander';
import { addAccess } from './access-program.ts';
import type { CommandContext } from './command-context.ts';
import { CommandError, EXIT } from './exit-status.ts';
import type { ExitStatus } from './exit-status.ts';
import { addFindings } from './findings-program.ts';
import { GRAPH_FORMATS, runGraph } from './graph-command.ts';
import type { GraphOptions } from './graph-command.ts';
import { addCollect, addLiveOptions } from './live-program.ts';
import { runGet, runList } from './query-commands.ts';
import type { GetOptions, ListOptions } from './query-commands.ts';
import { runSearch } from './search-command.ts';
import type { SearchOptions } from './search-command.ts';
import { runSnapshot } from './snapshot-command.ts';
import type { SnapshotCommandOptions } from './snapshot-command.ts';
import { writeMessage } from './terminal.ts';

const FILES = 'files or folders of any format the app opens, plain or gzip; - is standard input';

const COMMON_HELP = `
Files are told apart by their contents: gcloud listings (JSON, YAML), REST pages, Cloud Asset Inventory exports,
job specifications, snapshots. Results go to standard output, messages to standard error.
Exit status: 0 done; 1 get or search found nothing; 2 bad usage, or a file that could not be read or gave nothing (the
others are used all the same).`;

/** Runs the command line `args` (without the names of runtime and script) and returns the exit status. */
export async function runProgram(args: readonly string[], context: CommandContext): Promise<ExitStatus> {
  let status: ExitStatus = EXIT.done;
  const program = createProgram(context, (result) => {
    status = result;
  });
  try {
    await program.parseAsync(args, { from: 'user' });
    return status;
  } catch (error) {
    if (error instanceof CommanderError) {
      return error.exitCode === 0 ? EXIT.done : EXIT.badInput;
    }
    if (error instanceof CommandError) {
      for (const line of error.message.split('\n')) {
        await writeMessage(context.terminal, line);
      }
      return error.status;
    }
    throw error;
  }
}

function createProgram(context: CommandContext, report: (status: ExitStatus) => void): Command {
  const { terminal, version } = context;
  const program = new Command('vertex-lineage')
    .description('What every Vertex AI custom job runs as, runs on, reads, writes, is encrypted by and produced.')
    .version(version)
    .configureOutput({
      writeOut: (text) => terminal.stdout.write(text),
      writeErr: (text) => terminal.stderr.write(text),
    })
    .showHelpAfterError('(add --help for what the command takes)')
    .exitOverride()
    .addHelpText('after', COMMON_HELP);
  addGraph(program, context, report);
  addGet(program, context, report);
  addList(program, context, report);
  addSearch(program, context, report);
  addSnapshot(program, context, report);
  addAccess(program, context, report);
  addFindings(program, context, report);
  addCollect(program, context, report);
  return program;
}

type Report = (status: ExitStatus) => void;

function addGraph(program: Command, context: CommandContext, report: Report): void {
  program
    .command('graph')
    .description('Write the graph: resources, links with their evidence, unclaimed references, problems.')
    .addArgument(new Argument('<files...>', FILES))
    .addOption(new Option('--format <format>', 'format of the graph').choices([...GRAPH_FORMATS]).default('json'))
    .option('--output <file>', 'write to a file; csv makes FILE.nodes.csv and FILE.edges.csv')
    .addHelpText(
      'after',
      examples([
        ['Graph of a listing as JSON', 'vertex-lineage graph jobs.json'],
        ['From a pipe', 'gcloud ai custom-jobs list --region=us-central1 --format=json | vertex-lineage graph -'],
        ['Picture with Graphviz', 'vertex-lineage graph exports/ --format dot | dot -Tsvg > graph.svg'],
        ['Tables for a spreadsheet', 'vertex-lineage graph assets.ndjson.gz --format csv --output estate'],
      ]),
    )
    .action(async (files: string[], options: GraphOptions) => {
      report(await runGraph(files, options, context));
    });
}

function addGet(program: Command, context: CommandContext, report: Report): void {
  addQueryOptions(
    program
      .command('get')
      .description('Show one resource with its links and its document.')
      .argument('<query>', 'ID, LOCATION|ID, relative or full name, console address, gs:// address, image, e-mail'),
  )
    .option('--kind <kind>', 'only resources of this kind')
    .addHelpText(
      'after',
      examples([
        ['By id, in every location', 'vertex-lineage get 1234567890123456789 --in jobs.json'],
        ['In one location', "vertex-lineage get 'us-central1|1234567890123456789' --in jobs.json"],
        ['From Google Cloud itself', 'vertex-lineage get 1234567890123456789 --project northwind-ml'],
        [
          'By name',
          'vertex-lineage get projects/p/locations/us-central1/customJobs/123 --in assets.ndjson --format table',
        ],
      ]),
    )
    .action(async (query: string, options: GetOptions) => {
      report(await runGet(query, options, context));
    });
}

function addList(program: Command, context: CommandContext, report: Report): void {
  addQueryOptions(program.command('list').description('List resources of all projects and locations.'))
    .option('--kind <kind>', 'only this kind: gcp-ai-platform-custom-job, ai-platform-custom-job or customJobs')
    .option(
      '--state <state>',
      'only this state, of the node or of the resource; may be repeated for any of several',
      collect,
    )
    .option('--label <key=value>', 'only resources with this label; may be repeated for all of several', collect)
    .option('--created-from <time>', 'only resources created at or after this time (RFC 3339, or a date)')
    .option('--created-before <time>', 'only resources created before this time (RFC 3339, or a date)')
    .addHelpText(
      'after',
      examples([
        ['Failed jobs', 'vertex-lineage list --kind customJobs --state JOB_STATE_FAILED --in exports/ --format table'],
        ['From Google Cloud itself', 'vertex-lineage list --kind customJobs --project northwind-ml --format table'],
        ['By label', 'vertex-lineage list --label team=forecast --label env=prod --in jobs.json'],
        ['Named, but not collected', 'vertex-lineage list --state referenced --in jobs.json --format table'],
      ]),
    )
    .action(async (options: ListOptions) => {
      report(await runList(options, context));
    });
}

function addSearch(program: Command, context: CommandContext, report: Report): void {
  addQueryOptions(
    program
      .command('search')
      .description('Find resources by words, names, or a query; best match first.')
      .argument('[query]', 'words, a name, LOCATION, LOCATION|TEXT, a filter, a reverse look-up, or a query'),
  )
    .option('--explain', 'say of each resource why it is found')
    .option('--question <id>', 'ask a question of the library')
    .option('--set <name=value>', 'fill a blank of the question; may be repeated', collect)
    .option('--questions', 'list the questions of the library')
    .addHelpText(
      'after',
      examples([
        ['Free text', 'vertex-lineage search churn --in exports/ --format table'],
        ['Conditions', "vertex-lineage search 'kind:job state:failed -has:cmek created:>-30d' --in exports/ --explain"],
        ['Along the links', "vertex-lineage search 'kind:job linked:(kind:bucket location:us)' --in exports/"],
        ['In one region', "vertex-lineage search 'europe-west4|vision' --in exports/"],
        ["The API's filter", `vertex-lineage search 'state=JOB_STATE_FAILED AND labels.team=forecast' --in jobs.json`],
        ['Who uses a bucket', 'vertex-lineage search bucket:training-data --in exports/'],
        ['In Google Cloud itself', 'vertex-lineage search \'displayName:"churn*"\' --project northwind-ml'],
        [
          'A question of the library',
          'vertex-lineage search --question who-touches-bucket --set bucket=gs://training-data --in exports/',
        ],
      ]),
    )
    .action(async (query: string | undefined, options: SearchOptions) => {
      report(await runSearch(query, options, context));
    });
}

function addSnapshot(program: Command, context: CommandContext, report: Report): void {
  program
    .command('snapshot')
    .description('Write everything that was read into one file, secrets masked.')
    .addArgument(new Argument('<files...>', FILES))
    .requiredOption('--out <file>', 'the file to write, packed when it ends in .gz; - is standard output')
    .option('--include-secrets', 'keep values of environment variables and credentials as they are')
    .option('--no-review', 'leave out the notes, marks, bookmarks and acceptances of snapshots that are read')
    .addHelpText(
      'after',
      examples([
        ['For a colleague', 'vertex-lineage snapshot exports/ --out estate.lineage.json.gz'],
        ['One of two reviews', 'vertex-lineage snapshot ada.lineage.json bob.lineage.json --out both.lineage.json'],
        ['With everything', 'vertex-lineage snapshot jobs.json --out jobs.lineage.json --include-secrets'],
      ]),
    )
    .action(async (files: string[], options: SnapshotCommandOptions) => {
      report(await runSnapshot(files, options, context));
    });
}

function addQueryOptions(command: Command): Command {
  return addLiveOptions(command.option('--in <files...>', FILES)).addOption(formatOption());
}

function formatOption(): Option {
  return new Option('--format <format>', 'json for programs, table for people')
    .choices(['json', 'table'])
    .default('json');
}

function collect(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value];
}

function examples(each: readonly (readonly [what: string, command: string])[]): string {
  return `\nExamples:\n${each.map(([what, command]) => `  ${what}:\n    $ ${command}`).join('\n')}\n`;
}
