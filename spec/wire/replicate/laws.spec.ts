import { predictions, vendor } from '../../../examples/replicate/replicate.js';
import { describeProvider } from '../../providers/describeProvider.js';

/** The example of the page on predictions. @see https://replicate.com/docs/topics/predictions */
const HELLO = {
  id: 'gm3qorzdhgbfurvjtvhg6dckhu',
  model: 'replicate/hello-world',
  version: '5c7d5dc6dd8bf75c1acaa8565735e7986bc5b66206b55cca93cb72c9bf15ccaa',
  input: { text: 'Alice' },
  logs: '',
  output: 'hello Alice',
  error: null,
  status: 'succeeded',
  created_at: '2023-09-08T16:19:34.765994Z',
  data_removed: false,
  started_at: '2023-09-08T16:19:34.779176Z',
  completed_at: '2023-09-08T16:19:34.791859Z',
  metrics: { predict_time: 0.012683, total_time: 0.025366 },
  urls: {
    cancel: 'https://api.replicate.com/v1/predictions/gm3qorzdhgbfurvjtvhg6dckhu/cancel',
    get: 'https://api.replicate.com/v1/predictions/gm3qorzdhgbfurvjtvhg6dckhu',
  },
};

const waiting = { ...HELLO, output: null, metrics: {}, completed_at: null };
const version = HELLO.version;
const next = 'https://api.replicate.com/v1/predictions?cursor=cD0yMDIyLTAxLTIx';

describeProvider({
  vendor,
  families: { predictions },
  material: {
    predictions: {
      bodies: [
        HELLO,
        { ...HELLO, output: null, data_removed: true },
        { ...waiting, status: 'starting', started_at: null },
        { ...waiting, status: 'processing' },
        { ...waiting, status: 'failed', error: 'CUDA out of memory' },
        { ...waiting, status: 'canceled' },
        { ...waiting, status: 'aborted' },
      ],
      inputs: {
        good: [
          { version, input: { text: 'Alice' } },
          { model: 'bytedance/seedance-1-pro', input: { prompt: 'a bicycle' }, wait: 10 },
        ],
        bad: [
          { input: {} },
          { version, model: 'a/b', input: {} },
          { model: '../../account', input: {} },
          { version, input: 'Alice' },
          { version, input: {}, wait: 60 },
          { version, input: {}, webhook: 'http://hooks.example' },
        ] as never,
      },
      pages: [
        { previous: null, next, results: [HELLO] },
        { previous: null, next: null, results: [HELLO] },
      ],
      errors: [
        {
          status: 429,
          body: '{"detail":"Request was throttled. Your rate limit resets in ~30s."}',
        },
        { status: 404, body: '{"detail":"Not found."}' },
      ],
    },
  },
});
