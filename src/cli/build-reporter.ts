import ora from 'ora';
import pc from 'picocolors';
import type { BuildEvent, StageName } from '../pipeline/run.ts';
import type { SharedOptions } from './shared-options.ts';

/** Shows a build while it runs. */
export interface BuildReporter {
  readonly onEvent: (event: BuildEvent) => void;
  readonly close: () => void;
}

const titles: Readonly<Record<StageName, string>> = {
  crawl: 'Crawl',
  catalog: 'Catalog',
  techdocs: 'TechDocs',
  links: 'Links',
  pages: 'Pages',
  pictures: 'Pictures',
  search: 'Search',
  manifest: 'Manifest',
};

/** Live progress in a terminal, one line per stage anywhere else, nothing when quiet or when JSON is asked for. */
export function createReporter(options: SharedOptions, stream: NodeJS.WriteStream): BuildReporter {
  if (options.json || options.quiet) return { onEvent: () => {}, close: () => {} };
  return stream.isTTY && !process.env['CI'] ? liveReporter(options, stream) : lineReporter(options, stream);
}

function lineReporter(options: SharedOptions, stream: NodeJS.WriteStream): BuildReporter {
  const onEvent = (event: BuildEvent) => {
    if (event.type === 'end') stream.write(`${endLine(event)}\n`);
    if (event.type === 'log' && options.verbose) stream.write(`  ${event.stage}: ${event.message}\n`);
  };
  return { onEvent, close: () => {} };
}

function liveReporter(options: SharedOptions, stream: NodeJS.WriteStream): BuildReporter {
  const spinner = ora({ stream, color: 'blue' });
  let startedAt = performance.now();
  const onEvent = (event: BuildEvent) => {
    if (event.type === 'start') {
      startedAt = performance.now();
      spinner.start(titles[event.stage]);
    } else if (event.type === 'progress') {
      const seconds = ((performance.now() - startedAt) / 1000).toFixed(0);
      const share = event.total > 0 ? ` ${event.done.toLocaleString('en')} of ${event.total.toLocaleString('en')}` : '';
      spinner.text = `${titles[event.stage].padEnd(9)}${share} ${pc.dim(`${event.what ?? ''} ${seconds} s`)}`;
    } else if (event.type === 'end') {
      spinner.succeed(endLine(event));
    } else if (options.verbose) {
      spinner.info(`${event.stage}: ${event.message}`).start();
    }
  };
  return { onEvent, close: () => spinner.stop() };
}

function endLine({ report }: Extract<BuildEvent, { type: 'end' }>): string {
  const problems = report.diagnostics === 0 ? '' : pc.yellow(` · ${report.diagnostics} to look at`);
  return `${titles[report.stage].padEnd(9)} ${report.summary}${problems} ${pc.dim(`${report.seconds.toFixed(2)} s`)}`;
}
