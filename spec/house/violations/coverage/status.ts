const BASE_PHASES = {
  waiting: 'queued', // documented
  drawing: 'running', // a page that is gone had it
} as const;

export const PLANTED_PHASES = tableOf({
  ...BASE_PHASES,
  'not-drawn': 'failed',
  drawn: 'succeeded', // inferred: the page does not say it
});
