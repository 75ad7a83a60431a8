import type { TechdocsConfig } from '../../config/config.ts';
import type { SiteTools } from './diagram-hooks.ts';
import { DrawingPool } from './drawing-pool.ts';
import { PlantUml } from './plantuml.ts';

/** What draws diagrams and formulas while docs are rendered. */
export interface Diagrams {
  /** The tools of one site. */
  readonly forSite: () => SiteTools;
  readonly close: () => Promise<void>;
}

/** Makes ready to draw; nothing is started before there is something to draw. */
export function openDiagrams({ plantuml }: TechdocsConfig, concurrency: number): Diagrams {
  const pool = new DrawingPool(concurrency);
  const uml = plantuml && new PlantUml(plantuml);
  return {
    forSite: () => ({ drawings: pool.forSite(), ...(uml && { uml: uml.forSite() }) }),
    close: () => pool.close(),
  };
}
