import { explain } from '../../src/errors/explain.js';
import { errorOf, EVERY_TAG } from './everyJobError.js';

it.each(EVERY_TAG)('says what %s means and what to do', (tag) => {
  const { title, advice } = explain(errorOf(tag));
  expect(title).toMatch(/^[A-Z][^.]+$/);
  expect(advice).toMatch(/^[A-Z].+\.$/);
});

it('says something else of each tag', () => {
  const titles = EVERY_TAG.map((tag) => explain(errorOf(tag)).title);
  expect(new Set(titles).size).toBe(EVERY_TAG.length);
});

it('has words even for a tag that only a newer copy of the package knows', () => {
  const newer = Object.assign(errorOf('TimedOut'), { _tag: 'QuotaMoved' as never });
  expect(explain(newer)).toEqual({ title: 'Something went wrong', advice: 'no' });
});
