import { existsSync } from 'node:fs';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PlantUml } from './plantuml.ts';
import { parseUml } from './plantuml-text.ts';

describe('the text of a diagram', () => {
  it('is one diagram', () => {
    expect(parseUml('A -> B')).toEqual({ ok: true, text: '@startuml\nA -> B\n@enduml\n', added: 1 });
    expect(parseUml('\n@startmindmap\n* a\n@endmindmap\nrest')).toMatchObject({
      text: '@startmindmap\n* a\n@endmindmap\n',
      added: -1,
    });
  });

  it.each([
    ['', 'empty'],
    ['@startuml\nA -> B\n@enduml\n@startuml\nC -> D\n@enduml', 'more than one'],
    ['@startuml\nA -> B\n\\startuml\nC -> D\n@enduml', 'more than one'],
    ['@startuml\nA -> B', 'do not belong together'],
    ['@enduml\n@startuml', 'do not belong together'],
    ['x'.repeat(100_001), 'longer'],
  ])('is refused otherwise: %j', (text, reason) => {
    expect(parseUml(text)).toMatchObject({ ok: false, reason: expect.stringContaining(reason) });
  });
});

// Stands for Java: draws each diagram as its text, hangs on "hang", dies on "die", and tells its environment.
const standIn = `
let text = '';
for await (const part of process.stdin) text += part;
const mark = process.argv.at(-1);
for (const diagram of text.split(/(?<=@enduml\\n)/)) {
  if (diagram.includes('hang')) await new Promise((done) => setTimeout(done, 60_000));
  if (diagram.includes('die')) process.exit(3);
  const words = Object.keys(process.env).sort().join(' ') + process.argv.slice(2, -1).join(' ');
  process.stdout.write('<svg viewBox="0 0 10 10"><text fill="#000000">' + diagram.split('\\n')[1] + '</text><text>' + words + '</text></svg>' + mark);
}`;

describe('a Java that is started for many diagrams', () => {
  let folder: string;
  let java: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'callboard-java-'));
    java = join(folder, 'java');
    await writeFile(join(folder, 'java.mjs'), standIn);
    await writeFile(java, `#!/bin/sh\nexec "${process.execPath}" "${folder}/java.mjs" "$@"\n`);
    await chmod(java, 0o755);
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('has an empty environment, and no way to files or hosts', async () => {
    const drawing = await new PlantUml({ jar: '/opt/p.jar', java }).forSite().draw('A');
    const html = drawing.ok ? drawing.html : drawing.reason;
    expect(html).toMatch(/>HOME LANG PATH(?: PWD)?(?: SHLVL)?(?: _)?-D/);
    expect(html).toContain('-DPLANTUML_SECURITY_PROFILE=SANDBOX');
    expect(html).toContain('fill="currentColor"');
  });

  it('gives each page its own, also when one of them ends it', async () => {
    const site = new PlantUml({ jar: '/opt/p.jar', java }).forSite();
    const drawn = await Promise.all(['one', 'two', 'die', 'four', 'five'].map((text) => site.draw(text)));
    const said = drawn.map((drawing) => (drawing.ok ? /<text[^>]*>(\w+)/.exec(drawing.html)?.[1] : 'not drawn'));
    expect(said).toEqual(['one', 'two', 'not drawn', 'four', 'five']);
  });

  it('is ended when it takes too long, at the cost of the one it was on', async () => {
    const site = new PlantUml({ jar: '/opt/p.jar', java }, 5).forSite();
    const [first, second, third] = await Promise.all(['one', 'hang', 'three'].map((text) => site.draw(text)));
    expect([first?.ok, third?.ok]).toEqual([true, true]);
    expect(second).toEqual({ ok: false, reason: 'drawing it took longer than 5 seconds' });
  });

  it('that is not there is a reason', async () => {
    const site = new PlantUml({ jar: '/opt/p.jar', java: join(folder, 'none') }).forSite();
    expect(await site.draw('A -> B')).toMatchObject({ ok: false, reason: expect.stringContaining('PlantUML') });
  });
});

const jar = [process.env['CALLBOARD_PLANTUML'] ?? '', '/usr/share/plantuml/plantuml.jar'].find((path) =>
  existsSync(path),
);
if (!jar) process.stderr.write('NOT RUN: PlantUML itself. There is no jar; name one in CALLBOARD_PLANTUML.\n');

describe.skipIf(!jar)('PlantUML itself', () => {
  it('draws, says what is wrong in which line, and includes no files', async () => {
    const site = new PlantUml({ jar: jar ?? '', java: 'java' }).forSite();
    const drawn = await Promise.all(
      [
        'Alice -> Bob: hi',
        '@startuml\nclass A\nclass B\nA --> B\n@enduml',
        'Alice -> Bob\nthis is ! wrong',
        '!include /etc/passwd\nAlice -> Bob',
        'Alice -> Bob: %getenv("HOME")',
      ].map((text) => site.draw(text)),
    );
    const html = drawn.map((drawing) => (drawing.ok ? drawing.html : ''));
    expect(html[0]).toContain('>hi</text>');
    expect(html[0]).not.toContain('style=');
    expect(html[1]).toContain('>B</text>');
    expect(drawn[2]).toMatchObject({ ok: false, line: 2, reason: expect.stringContaining('Syntax Error') });
    expect(drawn[3]).toMatchObject({ ok: false, line: 1, reason: 'cannot include /etc/passwd' });
    expect(html[4]).not.toContain('/tmp');
  });
});
