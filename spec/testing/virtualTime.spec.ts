import { asyncScheduler, delay, interval, NEVER, of, timer } from 'rxjs';
import { deadline } from '../../src/operators/deadline.js';
import { virtualTime } from '../../src/testing/virtualTime.js';
import { expectRefusal } from '../operators/expectRefusal.js';

describe('virtualTime', () => {
  it('stands still until it is told to pass', () => {
    const { scheduler, now, advance } = virtualTime();
    const seen: number[] = [];
    timer(1_000, scheduler).subscribe(() => seen.push(now()));
    expect([now(), scheduler.now()]).toEqual([0, 0]);
    advance(999);
    expect([seen, now()]).toEqual([[], 999]);
    advance(1);
    expect([seen, now()]).toEqual([[1_000], 1_000]);
  });

  it('runs what falls due in its order, each at its own moment', () => {
    const time = virtualTime();
    const seen: string[] = [];
    timer(20, time.scheduler).subscribe(() => seen.push(`b${time.now()}`));
    timer(10, 15, time.scheduler).subscribe(() => seen.push(`a${time.now()}`));
    time.advance(45);
    expect(seen).toEqual(['a10', 'b20', 'a25', 'a40']);
    expect(time.now()).toBe(45);
  });

  it('counts from where it stands, as often as it is told', () => {
    const time = virtualTime({ startAt: 1_000_000 });
    const seen: number[] = [];
    interval(100, time.scheduler).subscribe(() => seen.push(time.now()));
    time.advance(150);
    time.advance(0);
    time.advance(50.5);
    expect(seen).toEqual([1_000_100, 1_000_200]);
    expect(time.now()).toBe(1_000_200.5);
  });

  it('runs everything that is scheduled, and what that schedules', () => {
    const time = virtualTime();
    const seen: string[] = [];
    of('a')
      .pipe(delay(86_400_000, time.scheduler), delay(86_400_000, time.scheduler))
      .subscribe((value) => seen.push(value));
    time.flush();
    expect(seen).toEqual(['a']);
    expect(time.now()).toBe(172_800_000);
  });

  it('stays where the last thing happened: what was canceled does not move the clock', () => {
    const time = virtualTime();
    const subscription = timer(86_400_000, time.scheduler).subscribe();
    timer(10, time.scheduler).subscribe(() => subscription.unsubscribe());
    time.flush();
    expect(time.now()).toBe(10);
  });

  it('tells how much is still scheduled, so that a leak shows', () => {
    const time = virtualTime();
    const subscription = NEVER.pipe(deadline(1_000, time)).subscribe();
    expect(time.pending()).toBe(1);
    subscription.unsubscribe();
    expect(time.pending()).toBe(0);
  });

  it('does not touch real time', () => {
    virtualTime().advance(86_400_000);
    expect(Math.abs(asyncScheduler.now() - Date.now())).toBeLessThan(1_000);
  });

  it('refuses to go back, or nowhere', () => {
    const { advance } = virtualTime();
    for (const ms of [-1, NaN, Infinity]) {
      expectRefusal(() => advance(ms), 'virtualTime.advance', 'ms');
    }
  });
});
