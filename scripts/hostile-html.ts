// Every payload in every place of docs, built and opened in Chromium without policy: nothing may run or ask another host.
// Options: --share of the pairs, --generated payloads beside the written ones, --seed, --batch.
import { parseArgs } from 'node:util';
import fc from 'fast-check';
import { arbitraryHtml } from '../src/techdocs/testing/arbitrary-html.ts';
import { launchChromium } from '../src/testing/chromium.ts';
import { hostileRepository, pagesOf } from '../src/testing/hostile-html/hostile-docs.ts';
import { buildHostilePortal, pathsOf } from '../src/testing/hostile-html/hostile-portal.ts';
import { payloads } from '../src/testing/hostile-html/payloads.ts';
import { places } from '../src/testing/hostile-html/places.ts';
import { watchPages } from '../src/testing/hostile-html/watch-pages.ts';

const text = (value: string) => ({ type: 'string', default: value }) as const;
const options = { share: text('1'), generated: text('500'), seed: text('1'), batch: text('8000') };
const { values } = parseArgs({ options });
const [seed, batch] = [Number(values.seed), Number(values.batch)];
const all = [...payloads, ...fc.sample(arbitraryHtml, { numRuns: Number(values.generated), seed })];
const pairs = Object.keys(places).flatMap((place) => all.map((payload) => ({ place, payload })));
const every = Math.max(1, Math.round(1 / Number(values.share)));
const attempts = pairs.filter((_, index) => (index + seed) % every === 0);
const browser = await launchChromium();
for (let done = 0; done < attempts.length && process.exitCode === undefined; done += batch) {
  const some = attempts.slice(done, done + batch);
  const titles = all.filter((_, index) => index % 7 === (done / batch) % 7);
  const portal = await buildHostilePortal({ hostile: hostileRepository('hostile', pagesOf(some, 60), titles) });
  const { url, stop } = await portal.serve('published');
  const watched = await watchPages(browser, url, await pathsOf(portal.output));
  await stop();
  await portal.remove();
  console.log(
    `${done + some.length} of ${attempts.length} pairs on ${watched.pages} pages: ${watched.fired.length} ran`,
  );
  const { fired, requests, clobbering } = watched;
  if (fired.length + requests.length + clobbering.length > 0) process.exitCode = 1;
  if (process.exitCode) console.error({ fired, requests, clobbering });
}
await browser.close();
