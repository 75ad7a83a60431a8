import type { RepositoryFacts } from './repository-facts.ts';

/** A guess at `spec.type`, and what it rests on. */
export interface TypeGuess {
  readonly type: 'website' | 'service' | 'library' | 'infrastructure' | 'documentation' | 'other';
  /** The path or circumstance that speaks for it; absent: nothing does. */
  readonly because?: string;
}

/**
 * Guesses what a repository is; the first rule that holds counts. A site for browsers is a website; what is deployed or has a
 * definition of an API is a service; what has a package manifest is a library; what is Terraform for the most part is
 * infrastructure; what has words and no code is documentation.
 */
export function guessType(facts: RepositoryFacts): TypeGuess {
  const { frontEnd, deployment, definitions, manifests, languages, docs, readme } = facts;
  const [language] = languages;
  const hasCode = languages.some(({ minor }) => !minor);
  if (frontEnd) return { type: 'website', because: frontEnd };
  if (language?.tag === 'terraform') return { type: 'infrastructure', because: 'mostly Terraform' };
  if (deployment) return { type: 'service', because: deployment };
  if (definitions[0]) return { type: 'service', because: definitions[0] };
  if (manifests[0]) return { type: 'library', because: manifests[0] };
  const words = docs ?? readme;
  if (!hasCode && words) return { type: 'documentation', because: `${words} and no code` };
  return { type: 'other' };
}
