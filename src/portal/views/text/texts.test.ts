import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { textsIn } from './texts.ts';

const source = join(import.meta.dirname, '../../..');
/** Words that German has from English or shares with it. */
const shared =
  /^(?:APIs?|Codes|CSV|Definition|Graph|JSON|Labels|Links?|Name|Offline|Portal|Problem|Repository|Status|System|Tags|Teams?)$/;

/** All texts of a room that are written out, also those inside of records and lists, by their name. */
function written(value: unknown, name: string): readonly (readonly [name: string, text: string])[] {
  if (typeof value === 'string') return [[name, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => written(inner, `${name}.${key}`));
}

it('has the same texts in every language, none of them empty', () => {
  const [en, de] = [textsIn('en'), textsIn('de')];
  for (const [room, texts] of Object.entries(en)) {
    const translated: Readonly<Record<string, unknown>> = de[room as keyof typeof de];
    expect(Object.keys(translated).sort(), room).toEqual(Object.keys(texts).sort());
    for (const [name, text] of Object.entries(translated)) expect(text, `${room}.${name}`).not.toBe('');
  }
});

it('has no text in German that is still English', () => {
  const english = new Map(written(textsIn('en'), ''));
  const same = written(textsIn('de'), '').filter(
    ([name, text]) =>
      !/^\.format\.|^\.entity\.annotations\./.test(name) &&
      english.get(name) === text &&
      /[a-z]{2}/i.test(text) &&
      !shared.test(text),
  );
  expect(same).toEqual([]);
});

it('says one word for one thing in German, in its own signs', async () => {
  const folder = join(import.meta.dirname, 'de');
  const files = await readdir(folder);
  const texts = await Promise.all(files.map((name) => readFile(join(folder, name), 'utf8')));
  // Comments and addresses are English.
  const lines = texts.flatMap((text, at) =>
    text.split('\n').flatMap((line) => (/^\s*(?:\/|\*|import)/.test(line) ? [] : [`${files[at]}: ${line.trim()}`])),
  );
  const other = /Entität|Eigentümer|Besitzer|[Zz]uständig|Deskriptor|Repositories'|\bLauf\b|Abzeichen|Schlagwort/;
  const signs = /[^ ]…|\.\.\.[a-zäöü ]|[a-zäöü}] %|Ctrl|Strg K|[a-zäöü ]"[^,]*"/;
  expect(lines.filter((line) => other.test(line) || signs.test(line))).toEqual([]);
});

it('turns a German relation around where it leads to the entity in the middle', () => {
  const { bothWays, toThis } = textsIn('de').graph;
  const { consumesApi, dependsOn } = textsIn('de').kinds.relations;
  expect(toThis(`${dependsOn}, ${consumesApi}`)).toBe('hängt hiervon ab, nutzt dies');
  expect(toThis('paid by')).toBe('paid by (hierzu)');
  expect(toThis(bothWays(dependsOn))).toBe('hängt ab von (beidseitig)');
});

it('has no text that nobody says', async () => {
  const files = (await readdir(source, { recursive: true })).filter(
    (name) => /\.(?:ts|astro)$/.test(name) && !/\.test\.ts$|portal\/views\/text\/(?:en|de)\//.test(name),
  );
  const texts = await Promise.all(files.map((name) => readFile(join(source, name), 'utf8')));
  const unsaid = Object.entries(textsIn('en')).flatMap(([room, names]) => {
    const file = room.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    const mentions = new RegExp(`@text/${file}'|text/en/${file}\\.ts|\\b${room}\\b`);
    const words = new Set(texts.filter((text) => mentions.test(text)).flatMap((text) => text.match(/\w+/g) ?? []));
    return Object.keys(names).flatMap((name) => (words.has(name) ? [] : [`${room}.${name}`]));
  });
  expect(unsaid).toEqual([]);
});
