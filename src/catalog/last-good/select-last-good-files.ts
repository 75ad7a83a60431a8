import type { FileSelector } from '../repository-files.ts';
import type { LastGood } from './good-entity.ts';

/**
 * Asks for the files that entities were last good in, also where nothing leads to them today: whether they are still
 * there decides whether an entity was removed or only cannot be reached.
 */
export function selectLastGoodFiles(lastGood: LastGood): FileSelector {
  return function* ({ repository }) {
    const entities = lastGood.get(repository.id)?.entities ?? [];
    for (const path of new Set(entities.map((entity) => entity.path))) yield { path, as: 'text' };
  };
}

/**
 * A selector that also sees how catalog files read when they were last good, so that what they asked for (a docs folder)
 * is there for an entity that is shown as it was.
 */
export function withLastGoodTexts(lastGood: LastGood, selector: FileSelector): FileSelector {
  return (view) => {
    const entities = lastGood.get(view.repository.id)?.entities ?? [];
    if (entities.length === 0) return selector(view);
    const texts = new Map<string, string>();
    for (const { path, text } of entities) texts.set(path, `${texts.get(path) ?? ''}\n---\n${text}`);
    const text = (path: string) => {
      const before = texts.get(path);
      const now = view.text(path);
      return before === undefined ? now : (now ?? '') + before;
    };
    return selector({ ...view, text });
  };
}
