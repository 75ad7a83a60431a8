import { numbersIn, pluralsIn } from '../plurals.ts';

/** Texts of drawn graphs and of the page that shows everything. */
const number = numbersIn('en');
const plural = pluralsIn('en');
const counted = (count: number) => `${number(count)} ${plural(count, { one: 'entity', other: 'entities' })}`;

export const graph = 'Graph';
export const description = (title: string) => `Everything in ${title} and what depends on what.`;
export const lede = (entities: number, relations: number) =>
  `${counted(entities)} and ${number(relations)} ${plural(relations, { one: 'relation', other: 'relations' })} between them.`;

/** Reads along an arrow from a component to a part of it. */
export const hasPart = 'has part';
export const bothWays = (relation: string) => `${relation}, both ways`;
/** How a neighbour relates to the entity in the middle: "depends on this". */
export const toThis = (relation: string) => `${relation} this`;
/** The same in a sentence that names the entity. */
export const toIt = (relation: string) => `${relation} it`;
export const relatedTo = (title: string, clauses: readonly string[]) =>
  `${title} and what it is related to (${clauses.join('; ')}).`;
export const notDrawn = (count: number) => `${number(count)} more ${count === 1 ? 'is' : 'are'} not drawn.`;
export const notInCatalog = (title: string) => `${title} is not in the catalog`;

/** What the drawing of a system or domain shows. */
export const area = (title: string, parts: number, outside: number, hasArrows: boolean) => {
  const inside = `${title} with ${parts === 1 ? 'one part' : `${number(parts)} parts`}`;
  if (!hasArrows) return `${inside}.`;
  const around = outside === 0 ? '' : ` and ${number(outside)} around it`;
  return `${inside}${around}. An arrow leads to what is relied on.`;
};
export const estate = (entities: number, dependencies: number) =>
  `${counted(entities)}, framed by system and team, with ${number(dependencies)} ${plural(dependencies, { one: 'dependency', other: 'dependencies' })} between them.`;

export const findLabel = 'Find an entity in the graph';
export const findPlaceholder = 'Find an entity';
export const matches = 'Entities';
export const steps = 'Steps';
export const showEverything = 'Show everything';
export const kinds = 'Kinds';
export const kindsShown = 'Kinds shown';
export const relations = 'Relations';
export const relationsShown = 'Relations shown';
export const canvas = 'Graph of all entities';
export const view = 'View';
export const zoomIn = 'Zoom in';
export const zoomOut = 'Zoom out';
export const fit = 'Fit';
export const inFocus = 'In focus';
export const keys =
  'Drag or use the arrow keys to move, Ctrl and scroll or + and − to zoom. Click opens an entity, Shift and click brings it into focus.';
