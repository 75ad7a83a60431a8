import type { Portal } from '../assemble-portal.ts';
import { escapeXml } from './escape-xml.ts';
import type { MachineFile } from './machine-file.ts';

/** Path of the description by which browsers search the portal from their address bar. */
export const openSearchPath = 'opensearch.xml';

/** Names that are longer are refused (OpenSearch 1.1). */
const longestName = 16;

/** Says to browsers how the portal is searched (OpenSearch 1.1), where its URL is known. */
export function* openSearchFiles({ config: { title, url } }: Portal): Generator<MachineFile> {
  if (!url) return;
  const text = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">',
    `<ShortName>${escapeXml([...title].slice(0, longestName).join('').trim())}</ShortName>`,
    `<Description>${escapeXml(`Services, APIs, teams and docs of ${title}`)}</Description>`,
    '<InputEncoding>UTF-8</InputEncoding>',
    `<Url type="text/html" template="${escapeXml(`${url}/search/?query={searchTerms}`)}"/>`,
    '</OpenSearchDescription>\n',
  ].join('\n');
  yield { path: openSearchPath, text };
}
