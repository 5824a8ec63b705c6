/** The baseline: a Fastify that sends the same status, headers and bytes as another server did once, with the same request log. */
import fastify from 'fastify';
import pino from 'pino';
import { loggerOptions, requestId } from '../../src/platform/http/logging.ts';

const [source = '', port = '0'] = process.argv.slice(2);
const answer = await fetch(source);
const body = Buffer.from(await answer.arrayBuffer());
const headers = [...answer.headers].filter(
  ([name]) => !['date', 'connection', 'keep-alive', 'content-length', 'transfer-encoding'].includes(name),
);

const app = fastify({ loggerInstance: pino(loggerOptions('info')), genReqId: requestId });
app.get(new URL(source).pathname, (_request, reply) =>
  reply.code(answer.status).headers(Object.fromEntries(headers)).send(body),
);
await app.listen({ port: Number(port), host: '127.0.0.1' });
