import { parseArgs } from 'node:util';

// Each part has a folder. `npm run bench -- --part spotting --sizes 2000` passes options on.
const parts: Readonly<Record<string, () => Promise<unknown>>> = {
  spotting: () => import('./spotting/main.ts'),
  deletion: () => import('./deletion/main.ts'),
  review: () => import('./review/main.ts'),
};

const { values } = parseArgs({ options: { part: { type: 'string' } }, strict: false });
const chosen = values.part === undefined ? Object.keys(parts) : [String(values.part)];
for (const name of chosen) {
  const part = parts[name];
  if (part === undefined) {
    console.error(`There is no part ${name}. Parts: ${Object.keys(parts).join(', ')}`);
    process.exit(1);
  }
  await part();
}
