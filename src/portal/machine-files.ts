import { reportJson } from '../diagnostics/report-json.ts';
import { assemblePortal, type Portal } from './assemble-portal.ts';
import { rowFiles as indexRowFiles } from './catalog-index/row-files.ts';
import { kindsOf } from './catalog-index.ts';
import { changesFiles } from './changes/changes-files.ts';
import { definitionOf } from './definition.ts';
import { docsRowsPath } from './docs-home/docs-home-paths.ts';
import { docsRows } from './docs-home/docs-rows.ts';
import { graphData, graphDataPath } from './graph-page.ts';
import { badgeFiles } from './machine/badges.ts';
import { catalogFiles } from './machine/catalog-files.ts';
import { coverageTwin } from './machine/coverage-markdown.ts';
import { entityTwins } from './machine/entity-markdown.ts';
import { languageModelFiles } from './machine/llms-text.ts';
import type { MachineFile } from './machine/machine-file.ts';
import { openSearchFiles } from './machine/opensearch.ts';
import { crawlerFiles } from './machine/sitemap.ts';
import { statusTwin } from './machine/status-markdown.ts';
import { knownNames, knownNamesPath } from './not-found/known-names.ts';
import { offlinePartsFiles } from './offline/offline-parts.ts';
import { webManifestFiles } from './offline/web-manifest.ts';
import { teamsDataFiles } from './personal/teams-data.ts';
import { problemRowsFiles } from './problems/problem-rows.ts';
import { quickOpenFiles } from './quick-open/quick-open-files.ts';

type Family = (portal: Portal) => Iterable<MachineFile>;

/** Families of files whose words are English whatever the portal's language is: programs and language models read them. */
const machineFamilies: readonly Family[] = [catalogFiles, entityTwins, languageModelFiles, statusTwin, coverageTwin];

/** Families that have no words, or words that people read in the end. */
const families: readonly Family[] = [
  definitionFiles,
  problemFiles,
  changesFiles,
  rowFiles,
  quickOpenFiles,
  crawlerFiles,
  openSearchFiles,
  badgeFiles,
  teamsDataFiles,
  webManifestFiles,
  offlinePartsFiles,
];

/**
 * Everything that machines read: the catalog in Backstage's JSON, its schemas, diagnostics, rows for live filtering, the graph,
 * definitions, site map. A generator, so that ten thousand files need not be in memory at once.
 */
export function* machineFiles(portal: Portal): Generator<MachineFile> {
  const english = inEnglish(portal);
  for (const family of machineFamilies) yield* family(english);
  for (const family of families) yield* family(portal);
}

function inEnglish(portal: Portal): Portal {
  const { config } = portal;
  return config.language === 'en' ? portal : assemblePortal({ ...portal, config: { ...config, language: 'en' } });
}

function* definitionFiles(portal: Portal): Generator<MachineFile> {
  for (const item of portal.catalog.entities) {
    const definition = definitionOf(item, portal.config.base);
    if (definition) yield { path: definition.path, text: definition.text };
  }
}

function* problemFiles(portal: Portal): Generator<MachineFile> {
  yield { path: 'api/diagnostics.json', text: reportJson(portal.diagnostics) };
  yield* problemRowsFiles(portal);
}

/** What the portal's own pages load. */
function* rowFiles(portal: Portal): Generator<MachineFile> {
  for (const kind of kindsOf(portal)) yield* indexRowFiles(portal, kind);
  yield { path: graphDataPath, text: JSON.stringify(graphData(portal)) };
  yield { path: docsRowsPath, text: JSON.stringify(docsRows(portal)) };
  yield { path: knownNamesPath, text: JSON.stringify(knownNames(portal)) };
}
