import { readCorpus } from '../read-corpus.ts';

/** The catalog files of the corpus; none where the corpus is not there. */
export function readRecordedFiles(): readonly string[] {
  const repositories = readCorpus() ?? [];
  const texts = repositories.flatMap(({ catalogPaths, files }) => catalogPaths.map((path) => files.get(path)?.text));
  return texts.filter((text) => text !== undefined);
}
