import type { HostFailure } from '../hosts/host-answer.ts';

/**
 * Asks with all fields, and once more without those that the host says it does not know, as far as they are dispensable:
 * somebody's own GitLab may be years old.
 */
export async function askWithoutUnknown<Result extends object>(
  dispensable: readonly string[],
  ask: (without: readonly string[]) => Promise<Result | { readonly failure: HostFailure }>,
): Promise<Result | { readonly failure: HostFailure }> {
  const result = await ask([]);
  if (!('failure' in result) || result.failure.kind !== 'unsupported') return result;
  const { reason } = result.failure;
  const without = dispensable.filter((field) => reason.includes(`'${field}'`));
  return without.length > 0 ? ask(without) : result;
}
