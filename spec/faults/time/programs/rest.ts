// Run in a process of its own: clients that were opened, and have nothing to do.
import type { VendorName } from 'rushes/testing';
import { DESKS, VENDORS } from '../../bench/desks.js';

const [baseUrl = '', wanted = ''] = process.argv.slice(2);
const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** What was begun, and came to its end or was left. */
const WORK: Readonly<Record<string, (vendor: VendorName) => void>> = {
  nothing: () => undefined,
  'a look that was answered': (vendor) => {
    DESKS[vendor].open({ baseUrl }).get('a1').subscribe();
  },
  'a watch that was left': (vendor) => {
    const watching = DESKS[vendor].open({ baseUrl }).watch('a1').subscribe();
    setImmediate(() => watching.unsubscribe());
  },
  'a client that was closed': (vendor) => {
    const { client, watch } = DESKS[vendor].open({ baseUrl });
    watch('a1').subscribe();
    setImmediate(() => void client.close());
  },
};

for (const vendor of VENDORS) {
  DESKS[vendor].open({ baseUrl });
  WORK[wanted]?.(vendor);
}
say('begun');
