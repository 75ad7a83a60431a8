/** Says for which engine an entity's docs are written. */
export const engineAnnotation = 'backstage.io/techdocs-engine';

/** What the renderer answers to. */
export const knownEngines: readonly string[] = ['mkdocs'];
