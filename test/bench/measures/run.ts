import { MEASURES } from './measures.ts';

/** A process of one measure: `node measures.mjs NAME [--full]` prints its figures as JSON. */
const [name, ...flags] = process.argv.slice(2);
const measure = MEASURES.find((each) => each.name === name);
if (measure === undefined) throw new Error(`there is no measure "${name ?? ''}"`);
const figures = await measure.run({ full: flags.includes('--full') });
process.stdout.write(JSON.stringify(figures));
