/** Path of What changed. */
export const changesPath = 'changes/';

/** Path of the same in JSON. */
export const changesJsonPath = 'api/changes.json';

/** Path of the same as an Atom feed. */
export const feedPath = 'feed.xml';
