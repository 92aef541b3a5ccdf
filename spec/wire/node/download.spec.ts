import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { isRight } from 'rushes';
import type { Asset } from 'rushes';
import { download } from 'rushes/node';
import { expectCleanProcess, pause, until } from '../http/oracles.js';
import { useBench } from './bench.js';
import { contentOf, serving } from './servedFile.js';

const bench = useBench();
expectCleanProcess();

const bytes = randomBytes(300_000);
const allowed = () => ({ privateOrigins: [bench.vendor.origin] });

describe('a file', () => {
  it('is on the disk as it was sent, with its progress told', async () => {
    bench.vendor.answer = serving({ bytes });
    const events = await bench.events();
    const path = join(bench.dir, 'video_output.mp4');
    expect(events.every(isRight)).toBe(true);
    expect(events[0]).toMatchObject({
      right: { done: false, receivedBytes: 0, totalBytes: 300_000, progress: 0 },
    });
    expect(events.at(-1)).toEqual({
      _tag: 'Right',
      right: { done: true, receivedBytes: 300_000, totalBytes: 300_000, progress: 1, path },
    });
    expect(bench.files()).toEqual({ 'video_output.mp4': contentOf(bytes) });
  });

  it('may be of a size that nobody told', async () => {
    bench.vendor.answer = serving({ bytes, sized: false });
    const [first, ...rest] = await bench.events();
    expect(first).toEqual({ _tag: 'Right', right: { done: false, receivedBytes: 0 } });
    expect(rest.at(-1)).toMatchObject({ right: { done: true, totalBytes: 300_000, progress: 1 } });
  });

  it('may be empty where it is text', async () => {
    bench.vendor.answer = serving({ bytes: Buffer.alloc(0), contentType: 'text/plain' });
    await bench.saved(bench.asset({ type: 'text', role: 'transcript' }));
    expect(bench.files()).toEqual({ 'transcript.txt': contentOf(Buffer.alloc(0)) });
  });

  it('comes to a folder that is made for it, and its path is absolute', async () => {
    bench.vendor.answer = serving({ bytes });
    const dir = relative(process.cwd(), join(bench.dir, 'a', 'b'));
    const path = join(bench.dir, 'a', 'b', 'video_output.mp4');
    await new Promise<void>((complete) =>
      download(bench.asset(), dir, allowed()).subscribe({
        next: (event) => isRight(event) && event.right.done && expect(event.right.path).toBe(path),
        complete,
      }),
    );
    expect(existsSync(path)).toBe(true);
  });

  it('bears its name only once it is whole', async () => {
    let finish = (): void => undefined;
    bench.vendor.answer = (_request, response) => {
      response.writeHead(200, { 'Content-Type': 'video/mp4', 'Content-Length': bytes.length });
      response.write(bytes.subarray(0, 100_000));
      finish = () => response.end(bytes.subarray(100_000));
    };
    const saved = bench.saved();
    await until(() => bench.files()['video_output.mp4.part']?.startsWith('100000 ') === true);
    expect(Object.keys(bench.files())).toEqual(['video_output.mp4.part']);
    finish();
    await saved;
    expect(Object.keys(bench.files())).toEqual(['video_output.mp4']);
  });
});

describe('a name', () => {
  const nameOf = async (asset: Partial<Asset>, contentType: string, fileName?: string) => {
    bench.vendor.answer = (_request, response) =>
      response
        .writeHead(200, {
          'Content-Type': contentType,
          'Content-Disposition': 'attachment; filename="../../evil.sh"',
        })
        .end('bytes');
    await bench.saved(bench.asset(asset), fileName === undefined ? {} : { fileName });
    return Object.keys(bench.files());
  };

  it('is made of the role and the content type, never of what the server calls the file', async () => {
    expect(await nameOf({ role: 'front', type: 'image' }, 'image/jpeg')).toEqual(['front.jpg']);
  });

  it('cannot leave the folder, whatever the role', async () => {
    expect(await nameOf({ role: '../../../etc/cron.d/x\0\n' }, 'video/mp4')).toEqual([
      'etc-cron-d-x.mp4',
    ]);
  });

  it('takes its extension from the URL where the content type says nothing', async () => {
    const url = `${bench.vendor.origin}/a/b.MOV?x=.exe`;
    expect(await nameOf({ url }, 'binary/octet-stream')).toEqual(['video_output.mov']);
  });

  it('can be asked for', async () => {
    expect(await nameOf({}, 'video/mp4', 'Szene Ä 1.mp4')).toEqual(['Szene Ä 1.mp4']);
  });
});

describe('nothing is overwritten', () => {
  it('but a number is added where the name is taken, by a file, a folder or a dead link', async () => {
    bench.vendor.answer = serving({ bytes });
    writeFileSync(join(bench.dir, 'video_output.mp4'), 'mine');
    mkdirSync(join(bench.dir, 'video_output-2.mp4'));
    symlinkSync('/nowhere/at/all', join(bench.dir, 'video_output-3.mp4'));
    const { path } = await bench.saved();
    expect(path).toBe(join(bench.dir, 'video_output-4.mp4'));
    const again = await bench.saved(bench.asset(), { fileName: 'video_output.mp4' });
    expect(again.path).toBe(join(bench.dir, 'video_output-5.mp4'));
  });

  it('also where the name was free when the download began', async () => {
    bench.vendor.answer = (_request, response) => {
      response.writeHead(200, { 'Content-Type': 'video/mp4' }).write('begun');
      setTimeout(() => {
        writeFileSync(join(bench.dir, 'video_output.mp4'), 'mine');
        response.end();
      }, 20);
    };
    const { path } = await bench.saved();
    expect(path).toBe(join(bench.dir, 'video_output-2.mp4'));
    expect(bench.files()['video_output.mp4']).toBe(contentOf('mine'));
  });

  it('by many downloads of one name at once', async () => {
    const count = 12;
    bench.vendor.answer = (request, response) => {
      response.writeHead(200, { 'Content-Type': 'video/mp4' }).end(request.url);
    };
    const url = (at: number) => `${bench.vendor.origin}/${at}.mp4`;
    const numbers = Array.from({ length: count }, (_, at) => at);
    await Promise.all(numbers.map((at) => bench.saved(bench.asset({ url: url(at) }))));
    const files = bench.files();
    expect(Object.keys(files)).toHaveLength(count);
    expect(Object.values(files).sort()).toEqual(
      numbers.map((at) => contentOf(`/${at}.mp4`)).sort(),
    );
  });

  it('and a part that a crash left behind is neither used nor touched', async () => {
    bench.vendor.answer = serving({ bytes, etag: '"a"' });
    writeFileSync(join(bench.dir, 'video_output.mp4.part'), 'of another process');
    const { path } = await bench.saved();
    expect(path).toBe(join(bench.dir, 'video_output.mp4'));
    expect(bench.vendor.requests[0]?.headers).not.toHaveProperty('Range');
    expect(bench.files()).toEqual({
      'video_output.mp4': contentOf(bytes),
      'video_output.mp4.part': contentOf('of another process'),
    });
  });
});

describe('a subscription', () => {
  it('is a download of its own, and none means that nothing is asked', async () => {
    bench.vendor.answer = serving({ bytes });
    const download$ = download(bench.asset(), bench.dir, allowed());
    await pause(20);
    expect(bench.vendor.connections).toBe(0);
    await Promise.all(
      [1, 2].map(() => new Promise<void>((complete) => download$.subscribe({ complete }))),
    );
    expect(Object.keys(bench.files()).sort()).toEqual(['video_output-2.mp4', 'video_output.mp4']);
  });

  it('that ends in the same tick asks nothing', async () => {
    for (let count = 0; count < 20; count += 1) {
      download(bench.asset(), bench.dir, allowed()).subscribe().unsubscribe();
    }
    await pause(30);
    expect(bench.vendor.connections).toBe(0);
  });

  it('hears of progress a few times a second, not of every piece', async () => {
    bench.vendor.answer = async (_request, response) => {
      response.writeHead(200, { 'Content-Type': 'video/mp4', 'Content-Length': 300_000 });
      for (let at = 0; at < 300; at += 1) {
        response.write(bytes.subarray(at * 1000, (at + 1) * 1000));
        if (at % 2 === 0) await pause(2);
      }
      response.end();
    };
    const begun = performance.now();
    const events = await bench.events();
    const fits = 2 + Math.ceil((performance.now() - begun) / 200);
    expect(events.length).toBeGreaterThan(2);
    expect(events.length).toBeLessThanOrEqual(fits);
    const received = events.map((event) => (isRight(event) ? event.right.receivedBytes : NaN));
    expect(received).toEqual([...received].sort((a, b) => a - b));
  });
});
