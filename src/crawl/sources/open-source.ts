import type { SourceConfig } from '../../config/config.ts';
import type { CrawlRun } from '../crawl-run.ts';
import { gitSource } from './git.ts';
import { githubSource } from './github.ts';
import { gitlabSource } from './gitlab.ts';
import { localSource } from './local.ts';
import type { Source } from './source.ts';

/** Makes the source that a configuration describes; asks nothing yet. */
export function openSource(config: SourceConfig, run: CrawlRun): Source {
  switch (config.type) {
    case 'local':
      return localSource(config);
    case 'git':
      return gitSource(config, run);
    case 'github':
      return githubSource(config, run);
    case 'gitlab':
      return gitlabSource(config, run);
  }
}
