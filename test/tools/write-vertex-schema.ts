import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readVertexSchema } from './vertex-schema.ts';

// `npx tsx test/tools/write-vertex-schema.ts`: after another version of the official client was installed.
const file = fileURLToPath(new URL('../../electron/google/transport/vertex/schema.json', import.meta.url));
writeFileSync(file, `${JSON.stringify(readVertexSchema(), undefined, 1)}\n`);
console.log(`Wrote ${file}`);
