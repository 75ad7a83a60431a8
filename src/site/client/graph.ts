import type { GraphData } from '../../portal/views/graph.ts';
import type { Camera } from './graph/camera.ts';
import { fillFilter } from './graph/filters.ts';
import { fillFocusPanel } from './graph/focus-panel.ts';
import { type LiveGraph, startLiveGraph } from './graph/live-graph.ts';
import { buildScene, findNodes, type Scene } from './graph/scene.ts';
import { attachSearchBox } from './graph/search-box.ts';
import { type GraphState, parseState, stateQuery } from './graph/state.ts';

const matchLimit = 9;
/** Pixels that an arrow key moves. */
const step = 60;

const host = document.querySelector<HTMLElement>('[data-graph]');
if (host) start(host).catch((error: unknown) => fail(host, error));

/** The page stays as it was built, and says why it did not come to life. */
function fail(host: HTMLElement, error: unknown): void {
  console.error(error);
  host.dataset['graphState'] = 'failed';
}

function part<Type extends Element>(host: HTMLElement, name: string): Type {
  const found = host.querySelector<Type>(`[data-graph-${name}]`);
  if (!found) throw new Error(`The page has no "${name}".`);
  return found;
}

async function start(host: HTMLElement): Promise<void> {
  const response = await fetch(host.dataset['graph'] ?? '');
  if (!response.ok) throw new Error(`${response.status} for ${response.url}`);
  const scene = buildScene((await response.json()) as GraphData);
  host.dataset['graphState'] = 'live';
  const canvas = part<HTMLCanvasElement>(host, 'canvas');
  let state = parseState(location.search, scene.kinds, scene.relations);
  const live = startLiveGraph(canvas, scene, (index, event) => {
    const node = scene.nodes[index];
    if (!node) return;
    if (event.shiftKey) change({ focus: node.ref });
    else if (event.ctrlKey || event.metaKey) open(node.url, '_blank', 'noopener');
    else location.assign(node.url);
  });
  const render = (move: boolean): void => {
    const panel = part<HTMLElement>(host, 'panel');
    fillFocusPanel(panel, scene, state, (focus) => change({ focus }));
    const covered = getComputedStyle(panel).position === 'absolute' ? panel.offsetWidth : 0;
    live.show(state, move, covered);
    part<HTMLElement>(host, 'depth').hidden = !state.focus;
    part<HTMLElement>(host, 'clear').hidden = !state.focus;
  };
  const change = (next: Partial<GraphState> | 'clear', move = true): void => {
    const { focus: _, ...rest } = state;
    state = next === 'clear' ? rest : { ...state, ...next };
    history.replaceState(null, '', location.pathname + stateQuery(state, scene.kinds, scene.relations));
    render(move);
  };
  attachFilters(host, scene, state, (next) => change(next, false));
  attachControls(host, scene, live, change);
  part<HTMLSelectElement>(host, 'depth-choice').value = String(state.depth);
  render(true);
}

function attachFilters(
  host: HTMLElement,
  scene: Scene,
  state: GraphState,
  change: (next: Partial<GraphState>) => void,
): void {
  const count = (values: readonly unknown[], value: unknown): number =>
    values.filter((other) => other === value).length;
  const kinds = scene.nodes.map((node) => node.kind);
  const relations = scene.edges.map(([, , relation]) => relation);
  fillFilter(
    part(host, 'kinds'),
    scene.kinds.map((kind) => ({
      value: kind,
      text: scene.titleOfKind(kind),
      count: count(kinds, kind),
      glyph: scene.glyphOfKind(kind),
    })),
    state.hiddenKinds,
    (hiddenKinds) => change({ hiddenKinds }),
  );
  fillFilter(
    part(host, 'relations'),
    scene.relations.map((relation, index) => ({
      value: relation,
      text: scene.phrases[index] ?? relation,
      count: count(relations, index),
    })),
    state.hiddenRelations,
    (hiddenRelations) => change({ hiddenRelations }),
  );
}

function attachControls(
  host: HTMLElement,
  scene: Scene,
  live: LiveGraph,
  change: (next: Partial<GraphState> | 'clear') => void,
): void {
  const input = part<HTMLInputElement>(host, 'search');
  let found: readonly number[] = [];
  const find = (query: string) => {
    found = findNodes(scene, query, matchLimit);
    return found.map((index) => {
      const node = scene.nodes[index];
      return { text: node?.title ?? '', note: node?.ref ?? '', glyph: scene.glyphOfKind(node?.kind ?? '') };
    });
  };
  attachSearchBox(input, part(host, 'matches'), find, (position) => {
    const node = scene.nodes[found[position] ?? -1];
    if (!node) return;
    input.value = node.title;
    change({ focus: node.ref });
  });
  const depth = part<HTMLSelectElement>(host, 'depth-choice');
  depth.addEventListener('change', () => change({ depth: Number(depth.value) }));
  part(host, 'clear').addEventListener('click', () => {
    input.value = '';
    change('clear');
  });
  part(host, 'in').addEventListener('click', () => live.camera.zoomBy(1.5));
  part(host, 'out').addEventListener('click', () => live.camera.zoomBy(1 / 1.5));
  part(host, 'fit').addEventListener('click', () => change({}));
  part<HTMLCanvasElement>(host, 'canvas').addEventListener('keydown', (event) => {
    if (!event.ctrlKey && !event.metaKey && !event.altKey && moveByKey(live.camera, event.key)) event.preventDefault();
  });
}

function moveByKey(camera: Camera, key: string): boolean {
  if (key === 'ArrowLeft') camera.panBy(step, 0);
  else if (key === 'ArrowRight') camera.panBy(-step, 0);
  else if (key === 'ArrowUp') camera.panBy(0, step);
  else if (key === 'ArrowDown') camera.panBy(0, -step);
  else if (key === '+' || key === '=') camera.zoomBy(1.3);
  else if (key === '-') camera.zoomBy(1 / 1.3);
  else return false;
  return true;
}
