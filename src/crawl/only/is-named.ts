import { parseAddress } from '../address.ts';
import type { FoundRepository, WantedRepository } from '../sources/source.ts';

/** Whether a repository is the one that somebody asks for. Pure. */
export function isNamed(
  repository: Pick<FoundRepository, 'id' | 'slug' | 'address' | 'webUrl'>,
  { name, id }: WantedRepository,
): boolean {
  if (id !== undefined) return repository.id === id;
  if (repository.slug.toLowerCase() === name.toLowerCase() || repository.id === name) return true;
  const address = parseAddress(name);
  if ('problem' in address) return false;
  const { webUrl } = repository;
  return repository.address === address.canonical || webUrl?.toLowerCase() === address.canonical;
}
