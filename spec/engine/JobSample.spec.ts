import { JobSample } from '../../src/engine/JobSample.js';
import { sampleSize } from '../../src/timing/sampleSize.js';

const crowdOf = (count: number): readonly object[] => Array.from({ length: count }, () => ({}));

const sampledOf = (sample: JobSample, jobs: readonly object[]): number =>
  jobs.filter((job) => sample.leave(job)).length;

describe('JobSample', () => {
  it('takes in every job of a few', () => {
    const sample = new JobSample();
    const jobs = crowdOf(12);
    for (const job of jobs) sample.enter(job, 0, 0, Infinity);
    expect(sampledOf(sample, jobs)).toBe(12);
  });

  it('takes in a part of a crowd, also of those that come late', () => {
    const sample = new JobSample();
    const jobs = crowdOf(1_000);
    for (const job of jobs) sample.enter(job, 0, 0, Infinity);
    const late = sampledOf(sample, jobs.slice(500));
    expect(late).toBeGreaterThan(2);
    expect(late + sampledOf(sample, jobs.slice(0, 500))).toBe(sampleSize(1_000));
  });

  it('takes in another for each that leaves', () => {
    const sample = new JobSample();
    const crowd = crowdOf(100);
    for (const job of crowd) sample.enter(job, 0, 0, Infinity);
    expect(sample.leave(crowd[0]!)).toBe(true);
    const next = {};
    sample.enter(next, 1_000, 1_000, Infinity);
    expect(sample.leave(next)).toBe(true);
  });

  it('lets a job that takes eight times longer than all before give its place to another', () => {
    const sample = new JobSample();
    const stuck = crowdOf(12);
    for (const job of stuck) sample.enter(job, 0, 0, Infinity);
    const early = {};
    sample.enter(early, 79_000, 79_000, 10_000);
    expect(sample.leave(early)).toBe(false);
    const late = {};
    sample.enter(late, 81_000, 81_000, 10_000);
    expect(sample.leave(late)).toBe(true);
    expect(sample.leave(stuck[0]!)).toBe(false);
    expect(sampledOf(sample, stuck.slice(1))).toBe(11);
  });

  it('is as large as before once a crowd has left', () => {
    const sample = new JobSample();
    for (let round = 0; round < 3; round += 1) {
      const jobs = crowdOf(300);
      for (const job of jobs) sample.enter(job, 0, 0, Infinity);
      expect(sampledOf(sample, jobs)).toBe(sampleSize(300));
    }
  });
});
