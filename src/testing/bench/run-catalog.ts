// Reads one synthetic catalog in this process and prints what it took as JSON. Arguments: entities, seed.
import { readCatalog } from '../../catalog/read-catalog.ts';
import { parseYamlFile } from '../../catalog/yaml/yaml-documents.ts';
import type { CatalogMeasurement } from './measure-catalog.ts';
import { syntheticCatalog } from './synthetic-catalog.ts';

const [entities = 0, seed = 1] = process.argv.slice(2).map(Number);
const repositories = syntheticCatalog({ entities, seed });

function measure<Value>(work: () => Value): { value: Value; seconds: number; cpuSeconds: number } {
  const cpu = process.cpuUsage();
  const startedAt = performance.now();
  const value = work();
  const seconds = (performance.now() - startedAt) / 1000;
  const { user, system } = process.cpuUsage(cpu);
  return { value, seconds, cpuSeconds: (user + system) / 1e6 };
}

const memoryBefore = process.memoryUsage().rss;
const whole = measure(() => readCatalog({ repositories, allow: ['*'] }));
const peakMemory = process.resourceUsage().maxRSS * 1024;
const parsing = measure(() => {
  for (const { repository, files } of repositories) {
    for (const { path, text = '' } of files.values()) parseYamlFile(text, { repository: repository.slug, path });
  }
});
const measurement: CatalogMeasurement = {
  entities: whole.value.value.entities.length,
  relations: whole.value.value.entities.reduce((sum, { claims }) => sum + claims.length, 0),
  bytes: repositories.reduce((sum, { files }) => sum + [...files.values()].reduce((all, { size }) => all + size, 0), 0),
  diagnostics: whole.value.diagnostics.length,
  seconds: whole.seconds,
  cpuSeconds: whole.cpuSeconds,
  parsingSeconds: parsing.seconds,
  memoryBefore,
  peakMemory,
};
console.log(JSON.stringify(measurement));
