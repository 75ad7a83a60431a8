import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadConfig } from '../../config/load-config.ts';
import { type BuildResult, build } from '../../pipeline/build.ts';
import { type Preview, startPreview } from '../../publish/preview-server.ts';
import { createGitRepository } from '../git-repository.ts';

/** Docs with diagrams and formulas, built and served. */
export interface FiguresPortal {
  readonly result: BuildResult;
  /** Absolute path of the built portal. */
  readonly output: string;
  readonly preview: Preview;
  readonly stop: () => Promise<void>;
}

const catalog = `apiVersion: backstage.io/v1alpha1
kind: Component
metadata: { name: figures, annotations: { backstage.io/techdocs-ref: 'dir:.' } }
spec: { type: service, lifecycle: production, owner: unknown }
`;

const fence = (language: string, text: string) => `\`\`\`${language}\n${text}\n\`\`\`\n\n`;

const hostileFlow = `%%{init: {"securityLevel": "loose", "htmlLabels": true, "flowchart": {"htmlLabels": true}, "themeCSS": "body { display: none }"}}%%
flowchart LR
  A["<img src=x onerror='window.fired=1'><b onclick='window.fired=1'>hello</b>"] --> B
  B --> C["<script>window.fired=1</script>there"]
  C --> D@{ img: "https://other.example/i.png", label: "Picture", h: 60 }
  click A href "javascript:window.fired=1"
  click B call fired()
  A --> E[Fine]
  click E href "https://example.org/" "safe"`;

const hostileGraph = `digraph {
  a [URL="javascript:alert(1)" image="/etc/passwd" tooltip="<script>"]
  b [URL="https://example.org/" label=<<img src="/etc/passwd"/>>]
  c [label="</text><script>window.fired=1</script>" fontname="x\\" onload=\\"window.fired=1"]
  a -> b -> c
}`;

const pages: Readonly<Record<string, string>> = {
  'docs/index.md': '# Plain\n\nNothing to draw here, and $5 or $6 stay as they are.\n',
  'docs/graphs.md': `# Graphs\n\n${fence('graphviz dot attack_plan.svg', 'digraph { Earth -> Mars }')}{% neato x.svg\n  graph { Venus -- Moon }\n%}\n\n${fence('dot', 'graph { a [style=filled fillcolor=pink] }')}${fence('dot', 'digraph {\n  a -> -> b\n}')}${fence('dot', hostileGraph)}`,
  'docs/maths.md': `# Maths\n\nInline $\`e^{i\\pi}\`$.\n\n${fence('math', '\\frac{a}{\\sqrt{b}}')}${fence('math', 'x +\n\\nosuch')}${fence('math', '\\href{javascript:alert(1)}{x}')}`,
  'docs/uml.md': `# UML\n\n${fence('plantuml', 'Alice -> Bob')}::uml:: format="png"\nBob -> Carol\n::end-uml::\n\nEnd.\n`,
  'docs/mermaid.md': `# Mermaid\n\n${fence('mermaid', 'flowchart LR\n  accTitle: The way of an order\n  accDescr: It is placed, then paid.\n  Placed -->|event| Paid')}${fence('mermaid', 'sequenceDiagram\n  Web->>Orders: POST /orders')}${fence('mermaid', 'flowchart TD\n  A --> B\n  style A fill:#f9f')}${fence('mermaid', 'flowchart TD\n  A -- > broken -->')}`,
  'docs/hostile.md': `# Hostile\n\n${fence('mermaid', hostileFlow)}`,
};

/** Makes the repository, builds its portal below `/portal/`, and serves it on a free port. */
export async function startFiguresPortal(): Promise<FiguresPortal> {
  const folder = await mkdtemp(join(tmpdir(), 'callboard-figures-'));
  const base = '/portal/';
  const files = { 'catalog-info.yaml': catalog, 'mkdocs.yml': 'site_name: Figures\n', ...pages };
  await createGitRepository(files, { folder: join(folder, 'clones', 'figures') });
  const file = join(folder, 'callboard.yaml');
  const sources = [{ type: 'local', name: 'acme', path: 'clones' }];
  await writeFile(file, JSON.stringify({ portal: { title: 'Acme', base }, sources }));
  const result = await build({ config: await loadConfig(file, {}) });
  const preview = await startPreview({ folder: result.output, base });
  const stop = async () => {
    await preview.stop();
    await rm(folder, { recursive: true });
  };
  return { result, output: result.output, preview, stop };
}
