import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { misplacedIn } from './files.ts';
import { biomeRules } from './rules.ts';

// npm run layers: fails if a file belongs to no layer, or if the linter's rules are not those of the
// table. npm run layers -- --write: writes them anew.
const root = fileURLToPath(new URL('../..', import.meta.url));
const file = fileURLToPath(new URL('rules.json', import.meta.url));
const rules = biomeRules();
if (process.argv.includes('--write')) writeFileSync(file, rules);

const problems = misplacedIn(root);
if (readFileSync(file, 'utf8').replaceAll('\r', '') !== rules) {
  problems.push('scripts/layers/rules.json is not what the table says: npm run layers -- --write');
}
for (const problem of problems) console.error(problem);
if (problems.length > 0) process.exitCode = 1;
