import fc from 'fast-check';
import { TokenBucket } from '../../../src/testing/simulator/TokenBucket.js';

const bucket = (perMinute: number, burst: number, nowMs = 0) =>
  new TokenBucket('looks', { perMinute, burst, binds: 'default' }, nowMs);

describe('A token bucket', () => {
  it('begins full', () => {
    const looks = bucket(60, 3);
    expect([1, 2, 3, 4].map(() => looks.take(0).allowed)).toEqual([true, true, true, false]);
  });

  it('says what is left and when it is full again', () => {
    expect(bucket(60, 3, 5000).take(5000)).toEqual({
      name: 'looks',
      allowed: true,
      capacity: 3,
      remaining: 2,
      fullAtMs: 6000,
      nextInMs: 0,
    });
  });

  it('says when the next token is there', () => {
    const looks = bucket(30, 1);
    looks.take(0);
    expect(looks.take(500)).toMatchObject({ allowed: false, remaining: 0, nextInMs: 1500 });
    expect(looks.take(1999).allowed).toBe(false);
    expect(looks.take(2000).allowed).toBe(true);
  });

  it('takes nothing for a refusal', () => {
    const looks = bucket(60, 1);
    looks.take(0);
    for (let at = 100; at < 1000; at += 100) looks.take(at);
    expect(looks.take(1000).allowed).toBe(true);
  });

  it('never holds more than its burst', () => {
    const looks = bucket(60, 2);
    looks.take(0);
    expect(looks.take(1e9)).toMatchObject({ remaining: 1, fullAtMs: 1e9 + 1000 });
  });

  it('gains nothing when time goes backwards', () => {
    const looks = bucket(60, 1, 10_000);
    looks.take(10_000);
    expect(looks.take(5000).allowed).toBe(false);
  });

  it('allows no more than its burst and what came back, and no less', () => {
    const gaps = fc.array(fc.nat({ max: 2000 }), { minLength: 1, maxLength: 200 });
    const rate = fc.integer({ min: 1, max: 600 });
    fc.assert(
      fc.property(rate, fc.integer({ min: 1, max: 50 }), gaps, (perMinute, burst, waits) => {
        const looks = bucket(perMinute, burst);
        let nowMs = 0;
        let allowed = 0;
        for (const wait of waits) {
          nowMs += wait;
          const reading = looks.take(nowMs);
          if (reading.allowed) allowed += 1;
          expect(reading.remaining).toBeGreaterThanOrEqual(0);
          expect(reading.remaining).toBeLessThan(burst);
          expect(reading.nextInMs).toBeLessThanOrEqual(60_000 / perMinute + 1e-6);
        }
        expect(allowed).toBeLessThanOrEqual(burst + (nowMs * perMinute) / 60_000 + 1e-6);
        expect(allowed).toBeGreaterThanOrEqual(Math.min(waits.length, burst));
      }),
    );
  });
});
