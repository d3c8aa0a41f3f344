import { fileURLToPath } from 'node:url';
import { breachesIn, filesOf } from './tree.ts';

// Fails if a file imports what its layer may not.
const root = fileURLToPath(new URL('../..', import.meta.url));
const breaches = breachesIn(root);
for (const breach of breaches) console.error(breach);
if (breaches.length > 0) {
  console.error(`\nThe rules are in scripts/layers/table.ts.`);
  process.exitCode = 1;
} else {
  console.log(`${filesOf(root).length} files keep the layer rules`);
}
