import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const candidates = [
  process.env['CALLBOARD_CHROMIUM'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
];

/** Absolute path of a Chromium on this machine, if there is one. */
export const chromiumPath: string | undefined = candidates.find((path) => path && existsSync(path));

/**
 * Whether browser tests cannot run here. Where they must (`CALLBOARD_REQUIRE_BROWSER`, which CI sets) they run and fail;
 * elsewhere the reason is printed.
 */
export function browserMissing(): boolean {
  if (chromiumPath || process.env['CALLBOARD_REQUIRE_BROWSER']) return false;
  process.stderr.write('NOT RUN: browser tests. There is no Chromium; name one in CALLBOARD_CHROMIUM.\n');
  return true;
}

/** Starts a headless Chromium that talks to nobody but the pages it is sent to; `more` are arguments for it. The caller closes it. */
export function launchChromium(more: readonly string[] = []): Promise<Browser> {
  if (!chromiumPath) throw new Error('There is no Chromium on this machine; name one in CALLBOARD_CHROMIUM.');
  return chromium.launch({
    executablePath: chromiumPath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      ...more,
    ],
  });
}
