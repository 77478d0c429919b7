import { Argument, Option } from 'commander';
import type { Command } from 'commander';
import { SEVERITIES } from '../../shared/findings/finding.ts';
import type { CommandContext } from './command-context.ts';
import type { ExitStatus } from './exit-status.ts';
import { FINDINGS_FORMATS, runFindings } from './findings-command.ts';
import type { FindingsOptions } from './findings-command.ts';

const EXAMPLES = `
Exit status 5: a finding at least as bad as --fail-on fails and is not accepted.

Examples:
  What is wrong, worst first:
    $ vertex-lineage findings exports/
  A report to sign:
    $ vertex-lineage findings exports/ --config findings.yaml --format html --output report.html
  In a pipeline, only what is new:
    $ vertex-lineage findings exports/ --baseline known.json --fail-on high --format sarif
`;

/** Adds the command `findings` to the program. */
export function addFindings(program: Command, context: CommandContext, report: (status: ExitStatus) => void): void {
  program
    .command('findings')
    .description(
      'Judge the inventory by security rules: what is wrong, how it is known, what to do, what is not known.',
    )
    .addArgument(new Argument('<files...>', 'files or folders of any format the app opens; - is standard input'))
    .addOption(
      new Option('--format <format>', 'format of the findings').choices([...FINDINGS_FORMATS]).default('table'),
    )
    .option('--output <file>', 'write to a file')
    .addOption(new Option('--min-severity <severity>', 'only findings at least as bad').choices([...SEVERITIES]))
    .addOption(
      new Option('--fail-on <severity>', 'exit with status 5 on findings at least as bad').choices([...SEVERITIES]),
    )
    .option('--rule <id>', 'only this rule; may be repeated', collect)
    .option('--baseline <file>', 'findings in this JSON of an earlier run are accepted')
    .option('--config <file>', 'severities, allowed registries and regions, exceptions (YAML or JSON)')
    .addHelpText('after', EXAMPLES)
    .action(async (files: string[], options: FindingsOptions) => {
      report(await runFindings(files, options, context));
    });
}

function collect(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value];
}
