/**
 * The baseline: a Fastify that sends the same status, headers and bytes as another server did once, with the same line in the log.
 * Arguments: the address to copy, the port to listen on.
 */
import { get, type IncomingMessage } from 'node:http';
import { buffer } from 'node:stream/consumers';
import fastify, { LogController } from 'fastify';
import pino from 'pino';
import { loggerOptions, requestId } from '../../src/platform/http/logging.ts';
import { browserHeaders } from './load.ts';

const [source = '', port = '0'] = process.argv.slice(2);
const answer = await new Promise<IncomingMessage>((resolve, reject) => {
  get(source, { headers: browserHeaders, agent: false }, resolve).on('error', reject);
});
const body = await buffer(answer);
const leftToFastify = ['date', 'connection', 'keep-alive', 'content-length', 'transfer-encoding'];
const headers = Object.entries(answer.headers).filter(([name]) => !leftToFastify.includes(name));

const app = fastify({
  loggerInstance: pino(loggerOptions('info')),
  logController: new LogController({ disableRequestLogging: true }),
  genReqId: requestId,
});
app.addHook('onResponse', (request, reply, done) => {
  request.log.info({ req: request, res: reply, ms: Math.round(reply.elapsedTime) }, 'answered');
  done();
});
app.get(new URL(source).pathname, (_request, reply) =>
  reply
    .code(answer.statusCode ?? 500)
    .headers(Object.fromEntries(headers))
    .send(body),
);
await app.listen({ port: Number(port), host: '127.0.0.1' });
