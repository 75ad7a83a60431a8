import { toThis } from '@text/graph';
import type { Scene } from './scene.ts';
import { glyphElement } from './search-box.ts';
import type { GraphState } from './state.ts';

/** Fills the panel with the focus and its neighbours by relation, as text and links: the canvas for those who do not see it. */
export function fillFocusPanel(
  panel: HTMLElement,
  scene: Scene,
  state: GraphState,
  focusOn: (ref: string) => void,
): void {
  const centre = state.focus === undefined ? undefined : scene.indexOf.get(state.focus);
  const node = centre === undefined ? undefined : scene.nodes[centre];
  panel.hidden = node === undefined;
  panel.replaceChildren();
  if (centre === undefined || !node) return;
  const heading = element('h2', 'cb-focus-title');
  heading.append(glyphElement(scene.glyphOfKind(node.kind)), link(node.title, node.url));
  panel.append(heading, ...relationLists(scene, centre, state, focusOn));
}

function relationLists(scene: Scene, centre: number, state: GraphState, focusOn: (ref: string) => void): HTMLElement[] {
  const lists = new Map<string, HTMLElement>();
  for (const { index, relation, outward } of scene.neighbours[centre] ?? []) {
    const [node, type = '', phrase = ''] = [scene.nodes[index], scene.relations[relation], scene.phrases[relation]];
    if (!node || state.hiddenRelations.has(type) || state.hiddenKinds.has(node.kind)) continue;
    const title = outward ? phrase : toThis(phrase);
    const list = lists.get(title) ?? element('ul', 'cb-focus-list');
    lists.set(title, list);
    const button = element('button', 'cb-focus-node');
    button.append(glyphElement(scene.glyphOfKind(node.kind)), node.title);
    button.addEventListener('click', () => focusOn(node.ref));
    const item = element('li');
    item.append(button);
    list.append(item);
  }
  return [...lists].sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(([title, list]) => [element('h3', '', title), list]);
}

function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  className = '',
  text = '',
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(text);
  if (made instanceof HTMLButtonElement) made.type = 'button';
  return made;
}

function link(text: string, url: string): HTMLAnchorElement {
  const anchor = element('a', 'cb-link', text);
  anchor.href = url;
  return anchor;
}
