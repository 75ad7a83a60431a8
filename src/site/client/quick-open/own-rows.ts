import * as text from '@text/quick-open';
import { listStarred, recent, starred } from '../personal/store.ts';
import { allQuestions } from './ask-about.ts';
import { exampleLists } from './ask-lists.ts';
import type { Group } from './draw-rows.ts';
import type { Index } from './load-index.ts';
import type { Row } from './row.ts';
import { pathOf, type Target } from './targets.ts';

const most = { recent: 5, starred: 6, suggestions: 8 } as const;

const openRow = (title: string, glyph: string, url: string, note = ''): Row => ({
  text: title,
  note,
  glyph,
  deed: { does: 'open', url },
  score: 0,
});

/** What is shown before anything is typed: pages visited, entities with a star, and what could be asked. */
export const ownGroups = (index: Index | undefined, base: string): readonly Group[] => {
  const visited = recent()
    .filter(({ path }) => path !== location.pathname)
    .slice(0, most.recent);
  const visitedUrls = new Set(visited.map(({ path }) => path));
  const kept = listStarred()
    .map((star) => ({ ...star, url: base + pathOf('catalog', star.ref) }))
    .filter(({ url }) => !visitedUrls.has(url))
    .slice(0, most.starred);
  const urls = new Set([...visitedUrls, ...kept.map(({ url }) => url)]);
  const notes = new Map<string, string>();
  for (const { path, note } of index?.targets ?? []) if (urls.has(base + path)) notes.set(base + path, note);
  const visits = visited.map(({ path, title, glyph }) => openRow(title, glyph, path, notes.get(path)));
  const stars = kept.map(({ title, glyph, url }) => openRow(title, glyph, url, notes.get(url)));
  const lists = index ? exampleLists(index.entities, index.vocabulary, base) : [];
  return [
    { title: text.recent, rows: visits },
    { title: text.starred, rows: stars },
    { title: text.suggestions, rows: [...lists, ...allQuestions()].slice(0, most.suggestions) },
  ].filter(({ rows }) => rows.length > 0);
};

/** What stars and visits add to a result: less than the step from one way of being found to the next. */
export const ownLift = (base: string): ((target: Target) => number) => {
  const stars = starred();
  const visits = new Map(recent().map(({ path }, index) => [path, index < 10 ? 3 : 2]));
  return (target) => {
    const isStarred = 'ref' in target && stars.has(target.ref as string);
    return isStarred ? 4 : (visits.get(base + target.path) ?? 0);
  };
};
