export { createServer as listenAtOnce } from 'node:http';
