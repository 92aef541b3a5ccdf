import { readFileSync } from 'node:fs';

const page = readFileSync('README.md', 'utf8');
const quoted = [...page.matchAll(/```ts\n([\s\S]*?)```/g)].map(([, text]) => text);

describe('the first page', () => {
  it.each(['node-script/talkingVideo.ts', 'rxjs/lipSync.ts', 'angular/Talk.ts'])(
    'quotes examples/%s as it stands',
    (file) => {
      expect(quoted).toContain(readFileSync(`examples/${file}`, 'utf8'));
    },
  );
});
