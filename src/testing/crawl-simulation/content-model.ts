/** What a commit of the simulation is made of. The model knows it from here, and never asks Callboard. */
export interface CommitContent {
  /** Entities of the descriptor, by name: a number that goes up with every change. */
  readonly entities: ReadonlyMap<string, number>;
  /** The one whose document does not parse. */
  readonly broken?: string;
  /** Pages of documentation, by path. */
  readonly docs: ReadonlyMap<string, string>;
}

/** More pages than the crawl of the simulation reads of one repository. */
export const tooManyPages = 40;

/** How many files that crawl reads of one repository. */
export const filesPerRepository = 30;

/** The files of a commit. */
export function filesOfContent({ entities, broken, docs }: CommitContent): Record<string, string> {
  const documents = [...entities].map(([name, version]) => describeComponent(name, version, name === broken));
  return {
    ...(documents.length > 0 && { 'catalog-info.yaml': documents.join('---\n') }),
    ...Object.fromEntries(docs),
  };
}

/** What an entity says of itself: name and number. */
export function descriptionOf(name: string, version: number): string {
  return `${name} as it is for the ${version}th time`;
}

function describeComponent(name: string, version: number, broken: boolean): string {
  return `apiVersion: backstage.io/v1alpha1
kind: Component
metadata:${broken ? ' [' : ''}
  name: ${name}
  description: ${descriptionOf(name, version)}
spec: { type: service, lifecycle: production, owner: crew }
`;
}
