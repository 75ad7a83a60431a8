import { mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { SocialCard } from '../../portal/views/social-card.ts';
import { OutputFolder } from '../output-folder.ts';
import { drawCards } from './draw-cards.ts';

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'callboard-cards-'));
});
afterEach(() => rm(root, { recursive: true, force: true }));

const card = (name: string, title = name): SocialCard => ({
  file: `social/${name}.png`,
  url: `https://portal.example/social/${name}.png`,
  title,
  name,
  line: ['Component'],
});

async function draw(cards: readonly SocialCard[], concurrency = 2) {
  const output = await OutputFolder.open(join(root, 'dist'));
  const context = {
    signal: new AbortController().signal,
    stateFolder: join(root, '.callboard'),
    concurrency,
    progress: () => {},
    log: () => {},
  };
  const { value } = await drawCards({ cards, accent: '#005f9e', output }, context);
  await output.commit();
  return value;
}
const published = (name: string) => readFile(join(root, `dist/social/${name}.png`));
const cache = () => readdir(join(root, '.callboard/social-images'));

it('draws each picture once, and in the next build only what is new', async () => {
  expect(await draw([card('a'), card('a'), card('b')])).toEqual({ images: 2, drawn: 2 });
  const [a] = [await published('a')];
  expect(await draw([card('a'), card('b', 'Another title'), card('c')])).toEqual({ images: 3, drawn: 2 });
  expect((await published('a')).equals(a)).toBe(true);
  expect(await cache()).toHaveLength(3);
});

it('draws one picture for pages that show the same', async () => {
  expect(await draw([card('a', 'Same'), { ...card('b', 'Same'), name: 'a' }])).toEqual({ images: 2, drawn: 1 });
  expect((await published('a')).equals(await published('b'))).toBe(true);
});

it('draws the same in threads as without', async () => {
  const many = Array.from({ length: 30 }, (_, index) => card(`n${index}`));
  await draw(many);
  const inThreads = await published('n7');
  await rm(join(root, '.callboard'), { recursive: true });
  await draw([card('n7')]);
  expect((await published('n7')).equals(inThreads)).toBe(true);
});

it('draws again what is damaged in the cache, and publishes nothing that a link in it leads to', async () => {
  await draw([card('a'), card('b')]);
  const [first = '', second = ''] = await cache();
  const whole = await Promise.all([published('a'), published('b')]);
  await writeFile(join(root, '.callboard/social-images', first), 'half a pict');
  await writeFile(join(root, 'secret.png'), `a secret${whole[0]?.subarray(-8).toString('latin1')}`, 'latin1');
  await rm(join(root, '.callboard/social-images', second));
  await symlink(join(root, 'secret.png'), join(root, '.callboard/social-images', second));
  expect(await draw([card('a'), card('b')])).toEqual({ images: 2, drawn: 2 });
  for (const [index, name] of ['a', 'b'].entries())
    expect((await published(name)).equals(whole[index] as Buffer)).toBe(true);
});
