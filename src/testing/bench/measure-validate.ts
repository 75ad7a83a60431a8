import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execa } from 'execa';
import { createGitRepository } from '../git-repository.ts';

/** What validating one repository took, beside what Node itself takes to start. */
export interface ValidateMeasurement {
  readonly descriptors: number;
  /** Wall milliseconds of `callboard validate`, the fastest run. */
  readonly validate: number;
  /** Wall milliseconds of `node -e 0`, the fastest run. */
  readonly node: number;
}

const main = join(import.meta.dirname, '../../cli/main.ts');

/**
 * Measures `callboard validate` on a repository of so many catalog files and `node -e 0` in turn. `command` is another
 * way to start Callboard, such as a compiled one.
 */
export async function measureValidate(descriptors: number, runs = 7, command = main): Promise<ValidateMeasurement> {
  const folder = await mkdtemp(join(tmpdir(), 'callboard-bench-validate-'));
  try {
    await createGitRepository({}, { folder });
    for (let index = 0; index < descriptors; index += 1) await writeDescriptor(folder, index);
    const times = { validate: Number.POSITIVE_INFINITY, node: Number.POSITIVE_INFINITY };
    for (let run = 0; run < runs; run += 1) {
      times.node = Math.min(times.node, await time(['-e', '0'], folder));
      const words = ['validate', '--quiet', '--catalog-paths', 'services/*/catalog-info.yaml'];
      times.validate = Math.min(times.validate, await time([command, ...words], folder));
    }
    return { descriptors, ...times };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** One line for people. */
export function describeValidate({ descriptors, validate, node }: ValidateMeasurement): string {
  const ratio = (validate / node).toFixed(1);
  return `validate, ${descriptors} descriptors: ${validate.toFixed(0)} ms, ${(validate - node).toFixed(0)} ms beyond node -e 0 (${node.toFixed(0)} ms), ${ratio} times as long`;
}

async function writeDescriptor(folder: string, index: number): Promise<void> {
  const service = join(folder, 'services', `s${index}`);
  await mkdir(service, { recursive: true });
  await writeFile(
    join(service, 'catalog-info.yaml'),
    `apiVersion: backstage.io/v1alpha1
kind: Component
metadata:
  name: service-${index}
  description: The service number ${index}
  annotations: { backstage.io/techdocs-ref: "dir:." }
spec: { type: service, lifecycle: production, owner: team-${index % 5}, providesApis: [api-${index}] }
---
apiVersion: backstage.io/v1alpha1
kind: API
metadata: { name: api-${index} }
spec: { type: openapi, lifecycle: production, owner: team-${index % 5}, definition: { $text: ./openapi.yaml } }
`,
  );
  await writeFile(join(service, 'openapi.yaml'), `openapi: 3.1.0\ninfo: { title: Service ${index}, version: 1.0.0 }\n`);
  await writeFile(join(service, 'README.md'), `# Service ${index}\n`);
}

async function time(words: readonly string[], cwd: string): Promise<number> {
  const startedAt = performance.now();
  await execa(process.execPath, words, { cwd, env: { GITHUB_ACTIONS: '' } });
  return performance.now() - startedAt;
}
