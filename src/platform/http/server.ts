/** The bare server: how it logs, whom it believes, how much and how long it listens. Without a single route. */
import fastify, { LogController, type FastifyInstance } from 'fastify';
import type { Services } from '../services.ts';
import { BODY_LIMIT } from './index.ts';
import { requestId } from './logging.ts';
import { answersBySchema, checkBySchema } from './schemas.ts';

export function newServer({ config, log }: Services): FastifyInstance {
  const app = fastify({
    loggerInstance: log,
    // requestLog writes one line a request instead of two.
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: requestId,
    requestIdHeader: false,
    // Only the proxies in front of us are believed about where a request comes from.
    trustProxy: (_address, hop) => hop < config.trustProxy,
    bodyLimit: BODY_LIMIT,
    // A large document over a slow line takes minutes; a line that is held open on purpose does not get more.
    requestTimeout: 300_000,
    schemaController: { compilersFactory: answersBySchema },
  });
  checkBySchema(app);
  return app;
}
