import type { StageContext, StageResult } from '../../diagnostics/stage.ts';
import type { FoundRepository, Source, WantedRepository } from '../sources/source.ts';
import { isNamed } from './is-named.ts';

/** Finds one repository in a source: by the source's own means, else in its list. */
export async function findWanted(
  source: Source,
  wanted: WantedRepository,
  context: StageContext,
): Promise<StageResult<FoundRepository | undefined>> {
  if (source.find) return source.find(wanted, context);
  const { value, diagnostics } = await source.discover(context);
  return { value: value.repositories.find((each) => isNamed(each, wanted)), diagnostics };
}
