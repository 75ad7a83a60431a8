import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts';
import type { ReadGeneration } from './generation.ts';

/** What people are told of a store. */
export interface DescribedStore {
  /** Folder below `.callboard/state/`. */
  readonly name: string;
  /** What it holds, as the subject of a sentence. */
  readonly content: string;
}

/** Says which of the two generations cannot be used and what is used instead. */
export function describeGenerations(
  { name }: DescribedStore,
  current: ReadGeneration,
  previous: ReadGeneration,
): Diagnostic[] {
  if (current.type === 'sound' || (current.type === 'missing' && previous.type === 'missing')) return [];
  const isSaved = previous.type === 'sound';
  const folder = `.callboard/state/${name}`;
  if (current.type === 'foreign' || (current.type === 'missing' && previous.type === 'foreign')) {
    const rest = isSaved ? 'the build before it is used' : 'nothing of it is used';
    return [
      diagnose('state/foreign-version', {
        message: `${folder} was written by another version of Callboard; ${rest}.`,
      }),
    ];
  }
  const what = current.type === 'missing' ? 'is missing' : 'is damaged';
  return isSaved
    ? [diagnose('state/damaged', { message: `${folder}/current.json ${what}; previous.json is used.` })]
    : [diagnose('state/lost', { message: `${folder}/current.json ${what}, and so is previous.json.` })];
}

/** Says that a shard cannot be used, and whether the generation before had one. */
export function describeShard({ name }: DescribedStore, shard: string, isSaved: boolean): Diagnostic {
  const what = `Shard ${shard} of .callboard/state/${name} is damaged`;
  return isSaved
    ? diagnose('state/damaged', { message: `${what}; the one before is used.` })
    : diagnose('state/lost', { message: `${what}, and there is none before it.` });
}
