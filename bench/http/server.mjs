// The vendor, in a process of its own, so that its work is not counted. Told of its port by a message.
import { createServer } from 'node:http';
import { bodyFinder } from './bodies.mjs';

const bodyOf = bodyFinder();

const server = createServer((request, response) => {
  const body = bodyOf(request.url);
  if (body === undefined) return response.writeHead(404).end();
  response.writeHead(200, {
    'Content-Type': 'application/json',
    'Content-Length': body.length,
  });
  response.end(body);
});
server.keepAliveTimeout = 60_000;
server.listen(0, '127.0.0.1', () => process.send({ port: server.address().port }));
process.on('disconnect', () => process.exit());
