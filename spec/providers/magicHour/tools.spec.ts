import type { JobKind } from '../../../src/contract/JobKind.js';
import { audioTools } from '../../../src/providers/magicHour/audioTools.js';
import { imageTools } from '../../../src/providers/magicHour/imageTools.js';
import { videoTools } from '../../../src/providers/magicHour/videoTools.js';
import { fixture, fixtures } from '../../fixtures/fixture.js';
import { describeKind } from '../describeKind.js';
import { TOOL_INPUTS } from './toolInputs.js';

const STATUSES = ['draft', 'queued', 'rendering', 'complete', 'error', 'canceled'];

interface ToolGroup {
  readonly kind: string;
  readonly path: string;
  readonly tools: Readonly<Record<string, JobKind<never, unknown, unknown>>>;
  /** What the names of the bodies begin with. */
  readonly bodies: string;
}

const GROUPS: readonly ToolGroup[] = [
  { kind: 'videos', path: '/v1/video-projects', tools: videoTools as never, bodies: '' },
  { kind: 'images', path: '/v1/image-projects', tools: imageTools as never, bodies: 'image/' },
  { kind: 'audios', path: '/v1/audio-projects', tools: audioTools as never, bodies: 'audio/' },
];

describe.each(GROUPS)('the tools that make $kind', ({ kind, path, tools, bodies }) => {
  describe.each(Object.entries(tools))('%s', (name, tool) => {
    const { least, full } = TOOL_INPUTS[name as keyof typeof TOOL_INPUTS];

    describeKind(tool as JobKind<unknown, unknown, unknown>, {
      bodies: fixtures('magicHour', ...STATUSES.map((status) => `${bodies}${status}`)),
      created: fixtures('magicHour', 'created', 'created.older'),
      inputs: { good: [least, ...full], bad: [{}, { ...least, name: 7 }, { ...least, more: 1 }] },
      errors: fixture('magicHour/errors') as [],
    });

    it(`makes one of the ${kind} by a POST of its own`, () => {
      expect([tool.provider, tool.kind]).toEqual(['magic-hour', kind]);
      expect(tool.look('a').path).toBe(`${path}/a`);
      const slug = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
      expect(tool.submit?.(least as never)).toEqual({
        method: 'POST',
        path: `/v1/${slug}`,
        json: least,
      });
    });

    it('answers with an id and a price, and is never recognized when repeated', () => {
      expect(tool.created?.(fixture('magicHour/created'))).toMatchObject({
        right: { id: 'cuid-example', credits: 450 },
      });
      expect(tool.created?.({ id: 'a', credits_charged: null })).toMatchObject({
        right: { id: 'a' },
      });
      expect(tool.created?.({ credits_charged: 450 })._tag).toBe('Left');
      expect(tool.idempotency).toBeUndefined();
    });
  });
});
