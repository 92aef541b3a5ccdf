// Run in a process of its own: looks at a small job and then at another, and prints what came of the
// second and by how much it raised the most memory that the process ever took.
import { firstValueFrom } from 'rxjs';
import { createCreatify } from 'rushes/creatify';

const [baseUrl = ''] = process.argv.slice(2);
const { aurora } = createCreatify({ apiId: 'an-id', apiKey: 'a-key', baseUrl });

const mostTaken = (): number => process.resourceUsage().maxRSS * 1024;

await firstValueFrom(aurora.get('small'));
const before = mostTaken();
const event = await firstValueFrom(aurora.get('large'));
const error = event._tag === 'Left' ? event.left : undefined;
const reason = error?._tag === 'Undecodable' ? error.reason : undefined;
console.log(JSON.stringify({ tag: error?._tag, reason, moreTaken: mostTaken() - before }));
