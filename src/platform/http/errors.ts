/** The one error handler: a page in the person's language, or application/problem+json for the API. */
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import fp from 'fastify-plugin';
import { errorPage } from '../../ui/error-page.ts';
import { FileTooLarge } from '../files/store.ts';
import { fromDatabase, isDatabaseError, isUnreachable } from './constraints.ts';
import { describe, problem, Problem } from './problem.ts';
import { textsTyped } from './typed.ts';
import { fieldProblems } from './validation.ts';
import type { SchemaError } from './validation.ts';

/** Limits of Fastify and its multipart reader, by error code. */
function fromFastify(error: FastifyError, limits: Limits): Problem | undefined {
  switch (error.code) {
    case 'FST_ERR_CTP_BODY_TOO_LARGE':
      return problem('request/too-large', { maxBytes: limits.body });
    case 'FST_REQ_FILE_TOO_LARGE':
      return problem('document/too-large', { maxBytes: limits.file });
    case 'FST_FILES_LIMIT':
      return problem('document/too-many', { max: limits.files });
    case 'FST_PARTS_LIMIT':
    case 'FST_FIELDS_LIMIT':
      return problem('request/too-large', { maxBytes: limits.body });
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE':
    case 'FST_INVALID_MULTIPART_CONTENT_TYPE':
      return problem('request/unsupported-media-type');
    case 'ERR_STREAM_PREMATURE_CLOSE':
    case 'ECONNRESET':
      return problem('document/interrupted');
    default:
      // The multipart reader gives these no code.
      return /^(Multipart: |Unexpected end of (multipart|form))/.test(error.message)
        ? problem('request/malformed')
        : undefined;
  }
}

export interface Limits {
  /** Bytes of a form or of JSON. */
  body: number;
  /** Bytes of one file, and files at once. */
  file: number;
  files: number;
}

/** Any error as a problem. What is not known is 'server/unexpected'. */
export function toProblem(error: unknown, limits: Limits): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof FileTooLarge) return problem('document/too-large', { maxBytes: error.limit });
  if (isDatabaseError(error)) return fromDatabase(error) ?? problem('server/unexpected');
  if (isUnreachable(error)) return problem('server/unavailable');
  const fastify = error as FastifyError;
  if (fastify.validation) {
    // A malformed id in the address is answered like one that does not exist.
    if (fastify.validationContext === 'params') return problem('not-found');
    return problem('request/invalid', {}, fieldProblems(fastify.validation as unknown as SchemaError[]));
  }
  const known = fromFastify(fastify, limits);
  if (known) return known;
  const status = fastify.statusCode ?? 500;
  return status >= 400 && status < 500 ? problem('request/malformed') : problem('server/unexpected');
}

/** Whether the answer is JSON: the API always, other addresses when asked. */
export function wantsJson(request: FastifyRequest): boolean {
  if (request.url.startsWith('/api/')) return true;
  const accept = request.headers.accept ?? '';
  return accept.includes('json') && !accept.includes('text/html');
}

/** Sends a problem. Routes that redraw their own page do not need it. */
export function sendProblem(request: FastifyRequest, reply: FastifyReply, found: Problem): FastifyReply {
  const view = describe(found, request.lang);
  reply.code(found.status).header('cache-control', 'no-store');
  if (typeof found.params['seconds'] === 'number')
    reply.header('retry-after', Math.ceil(found.params['seconds']));
  if (found.type === 'server/unavailable') reply.header('retry-after', 2);
  if (wantsJson(request)) {
    if (found.status === 401) reply.header('www-authenticate', 'Bearer');
    const extra = Object.keys(found.params).length > 0 ? { params: found.params } : {};
    return reply.type('application/problem+json').send({ ...view, ...extra, requestId: request.id });
  }
  // "Not found" is nobody's fault and needs no number to report.
  const reference = found.status >= 500 ? request.id : null;
  const typed = textsTyped(request);
  return reply.page({ ...errorPage(view, { reference, typed }, request.lang), failed: found.status >= 500 });
}

export const errorHandling = fp(
  async (app: FastifyInstance, limits: Limits) => {
    app.setErrorHandler((error, request, reply) => {
      const found = toProblem(error, limits);
      // Only what someone should look at is an error in the log, and it is logged here and nowhere else.
      if (found.status >= 500) request.log.error({ err: error }, found.type);
      return sendProblem(request, reply, found);
    });
    app.setNotFoundHandler((request, reply) => sendProblem(request, reply, problem('not-found')));
  },
  { name: 'error-handling', dependencies: ['request-context'] },
);
