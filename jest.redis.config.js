import config from './jest.config.js';

// Specs that need a Redis: `npm run test:redis`. They are no part of the gate, so that it needs none.
const { projects, ...shared } = config;
const wire = projects.find(({ displayName }) => displayName === 'wire');

export default {
  ...shared,
  projects: [
    {
      ...wire,
      displayName: 'redis',
      testMatch: ['<rootDir>/spec/redis/**/*.redis.ts'],
      globalSetup: '<rootDir>/spec/redis/startRedis.mjs',
      globalTeardown: '<rootDir>/spec/redis/stopRedis.mjs',
    },
  ],
};
