// Prepares a fresh clone: npm packages always, Chromium with --browser. Plain JavaScript for Node 20, because it runs
// before anything is installed. Does nothing, in a blink, when all is there.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

const say = (text) => process.stderr.write(`setup: ${text}\n`);
const stamp = 'node_modules/.callboard-setup';
const lock = createHash('sha256').update(readFileSync('package-lock.json')).digest('hex');

if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== lock) {
  say('installing npm packages (about a minute, once)');
  // Not `npm ci`: it refuses a lock file made where other platforms' optional binaries could not be seen.
  const options = ['--no-save', '--no-progress', '--no-audit', '--no-fund', '--loglevel=error'];
  execFileSync('npm', ['install', ...options], { stdio: ['ignore', 'ignore', 'inherit'] });
  writeFileSync(stamp, lock);
}

const browsers = [
  process.env.CALLBOARD_CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
];
if (process.argv.includes('--browser') && !browsers.some((path) => path && existsSync(path))) {
  const mayInstall = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
  if (!mayInstall) say('NO CHROMIUM: browser tests will be reported as not run; name yours in CALLBOARD_CHROMIUM');
  else {
    say('installing Chromium for the browser tests (about a minute, once)');
    try {
      execFileSync('apt-get', ['update', '-qq'], { stdio: 'ignore' });
      execFileSync('apt-get', ['install', '-qq', '-y', '--no-install-recommends', 'chromium'], { stdio: 'ignore' });
    } catch (error) {
      say(`NO CHROMIUM: apt-get could not install it (${error.message}); browser tests will be reported as not run`);
    }
  }
}
