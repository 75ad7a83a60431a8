import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execa } from 'execa';
import pLimit from 'p-limit';
import type { UmlDrawings } from './diagram-hooks.ts';
import type { Drawing } from './drawing.ts';
import { finishDrawing } from './finish-drawing.ts';
import { parseUml } from './plantuml-text.ts';

/** Where PlantUML is. */
export interface PlantUmlPlace {
  /** Absolute path of plantuml.jar. */
  readonly jar: string;
  /** The command that starts Java. */
  readonly java: string;
}

interface Waiting {
  readonly text: string;
  readonly added: number;
  readonly resolve: (drawing: Drawing) => void;
}

interface BatchEnd {
  readonly drawn: readonly string[];
  /** Why the one after those was not drawn. */
  readonly reason: string;
}

const javaOptions = [
  '-Djava.awt.headless=true',
  '-XX:+UseSerialGC',
  '-XX:TieredStopAtLevel=1',
  '-Xmx512m',
  // Nothing of the machine or the network can be read by !include, sprites or functions.
  '-DPLANTUML_SECURITY_PROFILE=SANDBOX',
];
// Smetana is Graphviz inside PlantUML: no other program is started.
const umlOptions = ['-pipe', '-tsvg', '-charset', 'UTF-8', '-Playout=smetana', '-nometadata'];
const mostAtOnce = 200;
const mostDeaths = 3;
const largest = 512 * 1024;

/** PlantUML in a Java that is started for many diagrams at once, with an empty environment, and ended when it takes too long. */
export class PlantUml {
  readonly #place: PlantUmlPlace;
  readonly #seconds: number;
  readonly #oneAtATime = pLimit(1);

  constructor(place: PlantUmlPlace, seconds = 60) {
    this.#place = place;
    this.#seconds = seconds;
  }

  /** Diagrams of one site: they share a Java, and no other site's come into it. */
  forSite(): UmlDrawings {
    const queue: Waiting[] = [];
    let deaths = 0;
    let running = false;
    const work = async (): Promise<void> => {
      while (queue.length > 0) {
        const batch = queue.splice(0, mostAtOnce);
        const { drawn, reason } = await this.#oneAtATime(() => this.#run(batch.map(({ text }) => text)));
        for (const [index, { resolve, added }] of batch.entries()) {
          const svg = drawn[index];
          if (svg !== undefined) resolve(readDrawing(svg, added));
          else if (index === drawn.length || deaths >= mostDeaths) resolve({ ok: false, reason });
          else queue.push(batch[index] as Waiting);
        }
        if (drawn.length < batch.length) deaths += 1;
      }
      running = false;
    };
    return {
      draw: (block) =>
        new Promise((resolve) => {
          const uml = parseUml(block);
          if (!uml.ok) return resolve(uml);
          queue.push({ ...uml, resolve });
          if (running) return;
          running = true;
          // Blocks of the same page come in the same turn.
          setImmediate(() => void work());
        }),
    };
  }

  async #run(texts: readonly string[]): Promise<BatchEnd> {
    const folder = await mkdtemp(join(tmpdir(), 'callboard-plantuml-'));
    const mark = randomUUID();
    try {
      const { stdout, stderr, timedOut } = await execa(
        this.#place.java,
        [...javaOptions, '-jar', this.#place.jar, ...umlOptions, '-pipedelimitor', mark],
        {
          ...{
            cwd: folder,
            input: texts.join(''),
            reject: false,
            timeout: this.#seconds * 1000,
            forceKillAfterDelay: 1000,
          },
          ...{
            env: { PATH: process.env['PATH'], LANG: 'C.UTF-8', HOME: folder },
            extendEnv: false,
            maxBuffer: 64 * 1024 * 1024,
          },
        },
      );
      const drawn = (stdout ?? '').split(mark).slice(0, -1);
      if (timedOut) return { drawn, reason: `drawing it took longer than ${this.#seconds} seconds` };
      return {
        drawn,
        reason: `PlantUML ended without drawing it (${(stderr ?? '').trim().split('\n')[0]?.slice(0, 150) ?? ''})`,
      };
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }
}

/** An error is a drawing too: green on black, with the line and the reason as its text. */
function readDrawing(svg: string, added: number): Drawing {
  const line = /\[From [^\]<]*\(line (\d+)\)\s*\]/.exec(svg)?.[1];
  if (line !== undefined && svg.includes('#33FF02')) {
    const texts = [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text = '']) => text);
    const reason = (texts.at(-1) ?? '')
      .replace(/&#160;/g, ' ')
      .replace(/&lt;/g, '<')
      .replace(/&amp;/g, '&')
      .trim();
    return { ok: false, reason: reason.replace(/[.?]+(?= |$)/, '').slice(0, 200), line: Number(line) - added };
  }
  const { svg: html, coloured } = finishDrawing(svg, { kind: 'Diagram' });
  if (!/viewBox="/.test(svg)) return { ok: false, reason: 'PlantUML gives no drawing of it' };
  if (html.length > largest) return { ok: false, reason: 'the drawing would be larger than 512 KiB' };
  return { ok: true, html, coloured, styles: {} };
}
