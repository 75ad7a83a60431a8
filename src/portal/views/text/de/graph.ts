import { numbersIn } from '../plurals.ts';

/** Texts of drawn graphs and of the page that shows everything. */
const number = numbersIn('de');

export const graph = 'Graph';
export const description = (title: string) => `Alles in ${title} und was wovon abhängt.`;
export const lede = (entities: number, relations: number) =>
  `${number(entities)} Einträge und ${number(relations)} Beziehungen zwischen ihnen.`;

/** Reads along an arrow from a component to a part of it. */
export const hasPart = 'hat den Teil';
export const bothWays = (relation: string) => `${relation}, beidseitig`;
/** How a neighbour relates to the entity in the middle: "depends on this". */
export const toThis = (relation: string) => `${relation} (hierzu)`;
/** The same in a sentence that names the entity. */
export const toIt = (relation: string) => `${relation} (hierzu)`;
export const relatedTo = (title: string, clauses: readonly string[]) =>
  `${title} und was damit zusammenhängt (${clauses.join('; ')}).`;
export const notDrawn = (count: number) =>
  count === 1 ? 'Ein weiterer Eintrag ist nicht gezeichnet.' : `${number(count)} weitere sind nicht gezeichnet.`;
export const notInCatalog = (title: string) => `${title} steht nicht im Katalog`;

/** What the drawing of a system or domain shows. */
export const area = (title: string, parts: number, outside: number, hasArrows: boolean) => {
  const inside = `${title} mit ${parts === 1 ? 'einem Teil' : `${number(parts)} Teilen`}`;
  if (!hasArrows) return `${inside}.`;
  const around = outside === 0 ? '' : ` und ${number(outside)} darum herum`;
  return `${inside}${around}. Ein Pfeil führt zu dem, was gebraucht wird.`;
};
export const estate = (entities: number, dependencies: number) =>
  `${number(entities)} Einträge, gerahmt nach System und Team, mit ${number(dependencies)} Abhängigkeiten zwischen ihnen.`;

export const findLabel = 'Einen Eintrag im Graphen finden';
export const findPlaceholder = 'Eintrag finden';
export const matches = 'Einträge';
export const steps = 'Schritte';
export const showEverything = 'Alles zeigen';
export const kinds = 'Arten';
export const kindsShown = 'Gezeigte Arten';
export const relations = 'Beziehungen';
export const relationsShown = 'Gezeigte Beziehungen';
export const canvas = 'Graph aller Einträge';
export const view = 'Ansicht';
export const zoomIn = 'Vergrößern';
export const zoomOut = 'Verkleinern';
export const fit = 'Einpassen';
export const inFocus = 'Im Blick';
export const keys =
  'Ziehen oder Pfeiltasten verschieben, Strg und Mausrad oder + und − vergrößern und verkleinern. Ein Klick öffnet einen Eintrag, Umschalt und Klick rückt ihn in den Blick.';
