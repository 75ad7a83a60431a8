import { createServer } from 'node:http';

/** Answers the health check; everything else is yours to write. */
createServer((request, response) => {
  response.statusCode = request.url === '/health' ? 204 : 404;
  response.end();
}).listen(Number(process.env.PORT ?? 3000));
