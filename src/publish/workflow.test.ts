import { access, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { execa } from 'execa';
import { load } from 'js-yaml';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type PythonTool, preparePythonTool } from '../testing/python-tool.ts';

interface Job {
  readonly permissions?: Readonly<Record<string, string>>;
  readonly environment?: unknown;
  readonly 'timeout-minutes'?: number;
  readonly steps: readonly {
    readonly uses?: string;
    readonly run?: string;
    readonly with?: Readonly<Record<string, unknown>>;
  }[];
}
interface Workflow {
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions?: unknown;
  readonly concurrency?: unknown;
  readonly env?: unknown;
  readonly jobs: Readonly<Record<string, Job>>;
}

const opening = '$' + '{{';
/** An expression as a workflow writes it. */
const expand = (name: string) => `${opening} ${name} }}`;

const file = fileURLToPath(new URL('../../.github/workflows/portal.yml', import.meta.url));
const text = await readFile(file, 'utf8');

/** Rules of the security page, section 1, one sentence for each breach. */
function findBreaches(source: string): readonly string[] {
  const workflow = load(source) as Workflow;
  const jobs = Object.entries(workflow.jobs);
  const steps = jobs.flatMap(([, job]) => job.steps);
  const triggers = Object.keys(workflow.on);
  const writers = jobs.filter(([, job]) => Object.values(job.permissions ?? {}).includes('write'));
  const tests: readonly (readonly [holds: boolean, breach: string])[] = [
    [JSON.stringify(workflow.permissions) === '{}', 'the workflow as a whole has permissions'],
    [jobs.every(([, job]) => job.permissions !== undefined), 'a job does not say its permissions'],
    [
      writers.every(([name, job]) => name === 'publish' && onlyWrites(job, 'id-token')),
      'something but publish may write, or it may write more than its identity token',
    ],
    [jobs.every(([, job]) => !('secrets' in job)), 'a job inherits secrets'],
    [workflow.env === undefined, 'every job gets the same environment'],
    [!JSON.stringify(workflow.jobs['publish']).includes('secrets.'), 'publish gets a secret'],
    [workflow.jobs['publish']?.environment !== undefined, 'publish has no environment to protect it'],
    [jobs.every(([, job]) => (job['timeout-minutes'] ?? 360) <= 90), 'a job has no timeout'],
    [workflow.concurrency !== undefined, 'two runs may publish at once'],
    [
      !triggers.some((name) => /^(?:pull_request_target|workflow_run|issue_comment)$/.test(name)),
      'outsiders trigger it',
    ],
    [
      ['schedule', 'push', 'repository_dispatch', 'workflow_dispatch'].every((name) => triggers.includes(name)),
      'a trigger is missing',
    ],
    [!steps.some((step) => step.run?.includes(opening)), 'an expression is expanded inside a script'],
    [source.split('\n').every(looksUpPayload), 'the payload of an event is used beyond a name to look up'],
    [
      steps.every(
        (step) => !step.uses?.startsWith('actions/checkout@') || step.with?.['persist-credentials'] === false,
      ),
      'a checkout leaves its token behind',
    ],
    [
      [...source.matchAll(/uses:(.*)/g)].every(([, use]) =>
        /^ [\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(use ?? ''),
      ),
      'an action is not pinned by a full commit hash with its version beside it',
    ],
  ];
  return tests.filter(([holds]) => !holds).map(([, breach]) => breach);
}

// As the environment of one step, where it is text and nothing else.
function looksUpPayload(line: string): boolean {
  const name = expand('github.event.client_payload.repository');
  return !/github\.event\b/.test(line) || line === `          CALLBOARD_ONLY: ${name}`;
}

function onlyWrites(job: Job, permission: string): boolean {
  return Object.entries(job.permissions ?? {}).every(([name, level]) => level !== 'write' || name === permission);
}

describe('rules for the workflow', () => {
  it('are kept', () => {
    expect(findBreaches(text)).toEqual([]);
  });

  it.each([
    ['permissions: {}', 'permissions: read-all', 'the workflow as a whole has permissions'],
    ['permissions: {}\n', '', 'the workflow as a whole has permissions'],
    ['    permissions:\n      contents: read\n    steps', '    steps', 'a job does not say its permissions'],
    ['      contents: read\n    steps', '      id-token: write\n    steps', 'something but publish may write'],
    ['contents: read #', 'contents: write #', 'something but publish may write'],
    ['jobs:', `env:\n  TOKEN: ${expand('secrets.TOKEN')}\njobs:`, 'every job gets the same environment'],
    [`aws-region: ${opening} vars.`, `aws-region: ${opening} secrets.`, 'publish gets a secret'],
    [
      `    environment:\n      name: portal\n      url: ${expand('vars.CALLBOARD_URL')}\n`,
      '',
      'publish has no environment',
    ],
    ['    timeout-minutes: 60\n', '', 'a job has no timeout'],
    ['concurrency:\n  group: portal\n  cancel-in-progress: false\n', '', 'two runs may publish at once'],
    ['  workflow_dispatch:', '  workflow_dispatch:\n  pull_request_target:', 'outsiders trigger it'],
    ['  repository_dispatch:\n    types: [catalog-changed]\n', '', 'a trigger is missing'],
    ['callboard publish', `callboard publish ${expand('github.actor')}`, 'an expression is expanded inside a script'],
    [
      'name: portal\n          path',
      `name: ${expand('github.event.client_payload.name')}\n          path`,
      'the payload of an event',
    ],
    ['persist-credentials: false', 'persist-credentials: true', 'a checkout leaves its token behind'],
    ['@3d3c42e5aac5ba805825da76410c181273ba90b1', '@v7', 'an action is not pinned'],
    [' # v6.1.0', '', 'an action is not pinned'],
  ])('would notice %j turned into %j', (from, to, breach) => {
    expect(text).toContain(from);
    expect(findBreaches(text.replace(from, to))).toEqual([expect.stringContaining(breach)]);
  });
});

describe('linters for workflows', () => {
  let tools: PythonTool;
  let scratch: string;
  beforeAll(async () => {
    tools = await preparePythonTool('workflows');
    scratch = await mkdtemp(join(tmpdir(), 'callboard-workflow-'));
    await mkdir(join(scratch, '.github', 'workflows'), { recursive: true });
  }, 300_000);
  afterAll(() => rm(scratch, { recursive: true, force: true }));

  const lint = async (source: string, name: 'zizmor' | 'jactionlint', options: readonly string[]) => {
    const copy = join(scratch, '.github', 'workflows', 'portal.yml');
    await writeFile(copy, source);
    const { exitCode, all } = await execa(tools.program(name), [...options, copy], { reject: false, all: true });
    return { exitCode, all };
  };
  const zizmor = (source: string) => lint(source, 'zizmor', ['--offline', '--no-config', '--persona', 'pedantic']);
  const jactionlint = (source: string) =>
    lint(source, 'jactionlint', ['--shellcheck=', '--pyflakes=', '--strict-exit']);

  it('zizmor finds nothing insecure in it', async () => {
    expect(await zizmor(text)).toMatchObject({ exitCode: 0 });
    const { exitCode, all } = await zizmor(text.replace('callboard publish', `callboard ${expand('github.head_ref')}`));
    expect([exitCode, all]).toEqual([expect.any(Number), expect.stringContaining('template-injection')]);
    expect(exitCode).not.toBe(0);
  });

  it('jactionlint finds no mistake in it', async (context) => {
    const isInstalled = await access(tools.program('jactionlint')).then(
      () => true,
      () => false,
    );
    if (!isInstalled) context.skip('NOT RUN: jactionlint needs Python 3.10 or newer');
    expect(await jactionlint(text)).toMatchObject({ exitCode: 0 });
    const { exitCode, all } = await jactionlint(text.replace('needs: build', 'needs: bild'));
    expect([exitCode, all]).toEqual([1, expect.stringContaining('bild')]);
  });
});
