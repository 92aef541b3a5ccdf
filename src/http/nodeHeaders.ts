import axios from 'axios';

/** What a request says of itself where nothing else is asked for. @since 0.1.0 */
export const NODE_HEADERS = {
  'User-Agent': `axios/${axios.VERSION}`,
  'Accept-Encoding': 'gzip, deflate, br',
} as const;
