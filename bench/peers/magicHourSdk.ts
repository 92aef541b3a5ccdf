import MagicHour from 'magic-hour';
import type { OpenContestant } from './Contestant.js';

// By default a line is logged at every look.
process.env['MAGIC_HOUR_LOG_LEVEL'] = 'none';

/** Magic Hour's own client, which waits at 0.5 s; its class is the default of a CommonJS module. */
export const open: OpenContestant = ({ door }) => {
  const client = new MagicHour.default({ token: door.apiKey, baseUrl: door.baseUrl });
  return {
    follow: async (id) => {
      await client.v1.videoProjects.checkResult({ id }, { downloadOutputs: false });
    },
  };
};
