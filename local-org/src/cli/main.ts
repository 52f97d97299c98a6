import { Command, CommanderError } from 'commander';
import { check } from './check.js';
import { ApexException } from '../values/index.js';
import type { Terminal } from './context.js';
import { exec } from './exec.js';
import { importPlan } from './import.js';
import { query } from './query.js';
import { report } from './report.js';
import type { StartOptions } from './start.js';
import { test } from './test.js';

/** Runs one command. Answers the exit code. */
export async function main(args: readonly string[], terminal: Terminal = processTerminal()): Promise<number> {
  let code = 0;
  const done = (result: number): void => void (code = result);
  const program = new Command('local-org')
    .description('A small Salesforce org on a laptop: runs the Apex and the Lightning Web Components of an SFDX project.')
    .exitOverride()
    .configureOutput({ writeOut: (text) => terminal.out(text.trimEnd()), writeErr: (text) => terminal.error(text.trimEnd()) });

  program
    .command('start')
    .description('builds, opens or creates the org, loads the demo data on a new one, serves; prints the URL once it answers')
    .option('--port <number>', 'port of the page', '3333')
    .option('--org <dir>', 'folder of the org (default: .local-org in the project)')
    .option('--fresh', 'forget the data and begin anew')
    .option('--project <dir>', 'the SFDX project (default: this folder)')
    .option('--seed-only', 'loads the demo data and ends')
    .action(async (options: StartOptions) => {
      // The server and the bundler are half of the code, and no other command needs them.
      const { start } = await import('./start.js');
      done(await start(options, terminal));
    });
  program
    .command('test')
    .description('runs the Apex tests of a project')
    .option('--project <dir>', 'the SFDX project (default: this folder)')
    .option('--tests <names>', 'Class or Class.method, separated by commas')
    .option('--coverage', 'prints covered lines a class')
    .option('--json <file>', 'writes results as JSON')
    .option('--junit <file>', 'writes results as JUnit XML')
    .option('--fail-fast', 'stops at the first failure')
    .action((options: Parameters<typeof test>[0]) => done(test(options, terminal)));
  program
    .command('exec <file>')
    .description('runs anonymous Apex from a file, or from standard input with -, and prints the debug log')
    .option('--org <dir>', 'folder of the org')
    .option('--project <dir>', 'the SFDX project (default: this folder)')
    .option('--limits', "prints each transaction's governor use as JSON")
    .option('--user <username>', 'runs as this user')
    .action((file: string, options: Parameters<typeof exec>[1]) => done(exec(file, options, terminal)));
  program
    .command('query <soql>')
    .description('runs SOQL and prints the records')
    .option('--org <dir>', 'folder of the org')
    .option('--project <dir>', 'the SFDX project (default: this folder)')
    .option('--json', 'prints JSON')
    .action((soql: string, options: Parameters<typeof query>[1]) => done(query(soql, options, terminal)));
  program
    .command('report [name]')
    .description('runs a report and prints its groups and rows; without a name lists report types and reports')
    .option('--org <dir>', 'folder of the org')
    .option('--project <dir>', 'the SFDX project (default: this folder)')
    .option('--json', 'prints what the Analytics REST API answers')
    .option('--user <username>', 'runs as this user')
    .action((name: string | undefined, options: Parameters<typeof report>[1]) => done(report(name, options, terminal)));
  program
    .command('check')
    .description('compiles everything and prints what is wrong')
    .option('--project <dir>', 'the SFDX project (default: this folder)')
    .action((options: Parameters<typeof check>[0]) => done(check(options, terminal)));
  program
    .command('import <plan>')
    .description('loads an `sf data import tree` plan')
    .option('--org <dir>', 'folder of the org')
    .option('--project <dir>', 'the SFDX project (default: this folder)')
    .action((plan: string, options: Parameters<typeof importPlan>[1]) => done(importPlan(plan, options, terminal)));

  try {
    await program.parseAsync([...args], { from: 'user' });
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode;
    terminal.error(describe(error));
    return 1;
  }
  return code;
}

/** Errors that carry a code are told in one line; anything else is a fault of the local org and keeps its stack. */
function describe(error: unknown): string {
  if (!(error instanceof Error)) return `local-org: ${String(error)}`;
  if (error instanceof ApexException) return `local-org: ${error.typeName}: ${error.getMessage$0()}`;
  if ('code' in error) return `local-org: ${error.message}`;
  return `local-org: internal error: ${error.stack ?? error.message}`;
}

function processTerminal(): Terminal {
  return {
    directory: process.cwd(),
    out: (line) => void process.stdout.write(line + '\n'),
    error: (line) => void process.stderr.write(line + '\n')
  };
}
