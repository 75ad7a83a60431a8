import { expect, it } from 'vitest';
import type { SandboxReport } from './render-job.ts';
import { judgeSandbox } from './sandbox-problems.ts';

const whole: SandboxReport = { network: true, reading: true, writing: true, processes: true, reasons: [] };
const part = { ...whole, network: false, reading: false, reasons: ['the kernel has no Landlock', 'no network'] };

it.each(['auto', 'required', 'off'] as const)(
  'has nothing to say of a whole sandbox, or of none wanted: %s',
  (wanted) => {
    expect(judgeSandbox(whole, wanted)).toEqual({ problems: [], mayRender: true });
    expect(judgeSandbox(undefined, 'off')).toEqual({ problems: [], mayRender: true });
  },
);

it('renders in part of one with a warning that says what is open and why', () => {
  const { problems, mayRender } = judgeSandbox(part, 'auto');
  expect(mayRender).toBe(true);
  expect(problems.map(({ code, message }) => `${code} ${message}`)).toEqual([
    'techdocs/sandbox-incomplete Docs are rendered, but this system does not keep what renders docs from being able to reach the network, to read files of this machine (the kernel has no Landlock; no network).',
  ]);
});

it('renders nothing in part of one where a whole one is required', () => {
  const { problems, mayRender } = judgeSandbox(part, 'required');
  expect(mayRender).toBe(false);
  expect(problems.map(({ code, severity }) => [code, severity])).toEqual([['techdocs/sandbox-missing', 'error']]);
});
