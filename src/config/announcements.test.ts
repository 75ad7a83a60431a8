import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { loadConfig } from './load-config.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'callboard-announcements-'));
});
afterAll(() => rm(folder, { recursive: true }));

const load = async (announcements: string) => {
  const file = join(folder, 'callboard.yaml');
  await writeFile(file, `sources: [{ type: local, path: . }]\nportal:\n  title: A\n  announcements:\n${announcements}`);
  return (await loadConfig(file, {})).portal.announcements;
};
const refusalOf = (announcements: string): Promise<string> =>
  load(announcements).then(
    () => 'nothing was wrong',
    (error: Error) => error.message.replaceAll(folder, ''),
  );

it('reads announcements as they are written, dates with and without quotes', async () => {
  expect(
    await load(
      '    - title: Freeze\n      text: No **releases**.\n      from: 2026-12-18\n      until: "2027-01-04"\n      url: docs/default/component/handbook/\n    - title: Welcome\n',
    ),
  ).toEqual([
    {
      title: 'Freeze',
      text: 'No **releases**.',
      from: '2026-12-18',
      until: '2027-01-04',
      url: 'docs/default/component/handbook/',
    },
    { title: 'Welcome' },
  ]);
});

it.each([
  ['- { text: Hello }', ':5:7', 'announcements[0] has no "title"'],
  ['- { title: A, form: 2026-12-18 }', ':5:19', 'did you mean "from"'],
  ['- { title: A, from: 2026-02-30 }', ':5:19', 'must match format "date"'],
  ['- { title: A, until: tomorrow }', ':5:19', 'but is "tomorrow"'],
  [
    '- { title: A, from: 2026-12-18, until: 2026-12-17 }',
    ':5:37',
    'ends on 2026-12-17, before it begins on 2026-12-18',
  ],
  ['- { title: A }\n    - { title: A }', ':6:7', 'announcements[1] is the same as announcements[0]'],
  ['- { title: A, url: "javascript:alert(1)" }', ':5:19', 'write it like https://status.example.com/'],
  ['- { title: A, url: //evil.example }', ':5:19', 'write it like https://status.example.com/'],
  ["- { title: A, url: 'docs\\evil' }", ':5:19', 'write it like https://status.example.com/'],
])('refuses %s with its line and what to write', async (line, place, reason) => {
  const message = await refusalOf(`    ${line}\n`);
  expect(message).toContain(`callboard.yaml${place}`);
  expect(message).toContain(reason);
});
