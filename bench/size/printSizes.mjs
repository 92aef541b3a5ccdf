// Weighs programs with the package as it was built last, and prints what they come to as JSON:
//   node bench/size/printSizes.mjs "export { createAurous } from 'rushes/aurous';" …
import { fileURLToPath } from 'node:url';
import { ownAndWhole } from './bundleSize.mjs';

const resolveDir = fileURLToPath(new URL('../..', import.meta.url));
const weights = await Promise.all(
  process.argv.slice(2).map(async (program) => {
    const { own, whole } = await ownAndWhole(program, { resolveDir });
    const refused = own.refused ?? whole.refused;
    if (refused !== undefined) throw new Error(`${program}: ${refused}`);
    return {
      ownFirst: own.first.gzipBytes,
      own: own.whole.gzipBytes,
      wholeFirst: whole.first.gzipBytes,
      whole: whole.whole.gzipBytes,
    };
  }),
);
console.log(JSON.stringify(weights));
