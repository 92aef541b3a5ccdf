import { readFileSync } from 'node:fs';

/** The pages, and what each quotes of `examples/`. */
const QUOTED = [
  ['README.md', 'node-script/talkingVideo.ts'],
  ['README.md', 'rxjs/lipSync.ts'],
  ['README.md', 'angular/Talk.ts'],
  ['docs/vendors.md', 'node-script/preview.ts'],
  ['docs/vendors.md', 'node-script/upload.ts'],
  ['docs/vendors.md', 'rxjs/accounts.ts'],
  ['docs/adding-a-provider.md', 'replicate/replicate.ts'],
] as const;

describe('the pages', () => {
  it.each(QUOTED)('%s quotes examples/%s as it stands', (page, file) => {
    const blocks = readFileSync(page, 'utf8').matchAll(/```ts\n([\s\S]*?)```/g);
    const quoted = [...blocks].map(([, text]) => text);
    expect(quoted).toContain(readFileSync(`examples/${file}`, 'utf8'));
  });
});
