import { pageColours } from '../accent.ts';
import type { Portal } from '../assemble-portal.ts';
import { installIcons } from '../icons.ts';
import type { MachineFile } from '../machine/machine-file.ts';
import { urlOf } from '../urls.ts';

/** Path of the description by which browsers install the portal. */
export const webManifestPath = 'manifest.webmanifest';

/** Home screens cut off longer names. */
const shortest = 12;

/** Says to browsers how the portal looks as an app of its own (W3C Web Application Manifest). */
export function* webManifestFiles({ config: { base, language, title } }: Portal): Generator<MachineFile> {
  const [first = ''] = title.split(/[\s–—:|·]+/);
  const short = [...title].length <= shortest ? title : [...first].slice(0, shortest).join('');
  const manifest = {
    id: base,
    name: title,
    short_name: short || title,
    lang: language,
    start_url: base,
    scope: base,
    // There are pages to go back from, so there must be a button to do so.
    display: 'minimal-ui',
    // It knows one scheme only; pages say both in their `theme-color`.
    background_color: pageColours.light,
    theme_color: pageColours.light,
    icons: installIcons.map(({ path, size, purpose }) => ({
      src: urlOf(base, path),
      sizes: `${size}x${size}`,
      type: 'image/png',
      purpose,
    })),
  };
  yield { path: webManifestPath, text: `${JSON.stringify(manifest, undefined, 2)}\n` };
}
