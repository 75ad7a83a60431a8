import type { Catalog } from '../../catalog/entity.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { engineAnnotation, knownEngines } from '../renderer/engines.ts';
import { annotationProblem } from './annotation-problem.ts';

/** Entities whose docs are said to be for an engine that there is not. Their docs are built all the same. Pure. */
export function findEngineProblems({ entities }: Catalog): readonly Diagnostic[] {
  return entities.flatMap((entity) => {
    const engine: unknown = entity.entity.metadata.annotations?.[engineAnnotation];
    if (engine === undefined || (typeof engine === 'string' && knownEngines.includes(engine.trim().toLowerCase())))
      return [];
    const known = knownEngines.map((name) => `"${name}"`).join(' or ');
    const message = `techdocs-engine is ${JSON.stringify(engine)}, and Callboard knows ${known}.`;
    return [annotationProblem('techdocs/engine-unknown', message, entity, engineAnnotation)];
  });
}
