/** How the service logs: one JSON line an event, with the request's id, and nothing that opens a door. */
import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { LoggerOptions } from 'pino';
import { realNow } from '../clock.ts';

/** Where secrets and addresses of people could lie in what is logged. */
export const REDACTED = [
  'req.headers.cookie',
  'req.headers.authorization',
  'res.headers["set-cookie"]',
  ...['token', 'code', 'password', 'secret', 'email', 'to', 'cookie', 'authorization'].flatMap((key) => [
    key,
    `*.${key}`,
  ]),
];

const MAIL_ADDRESS = /[^\s@<>"'=&?/]+@[^\s@<>"'=&?/]+\.[^\s@<>"'=&?/]+/g;

/** Replaces mail addresses in running text: messages of the mail server and the database repeat them. */
export function withoutAddresses(text: string): string {
  return text.replace(MAIL_ADDRESS, '[address]');
}

/** An address without its query, and without the secret of a sign-in link or an invitation. */
export function loggedUrl(url: string): string {
  const path = url.split('?')[0] as string;
  return withoutAddresses(decodePath(path)).replace(/[A-Za-z0-9_-]{32,}/g, (part) =>
    /^[0-9a-f-]{36}$/.test(part) ? part : '[secret]',
  );
}

function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** The options of pino for the whole service. */
export function loggerOptions(level: string): LoggerOptions {
  return {
    level,
    redact: { paths: REDACTED, censor: '[redacted]' },
    timestamp: () => `,"time":"${realNow().toISOString()}"`,
    serializers: {
      req: (request: { method: string; url: string; id: string }) => ({
        method: request.method,
        url: loggedUrl(request.url ?? ''),
      }),
      res: (reply: { statusCode: number }) => ({ status: reply.statusCode }),
      err: (error: Error & { code?: string; constraint?: string }) => ({
        type: error.name,
        message: withoutAddresses(error.message),
        errorCode: error.code,
        constraint: error.constraint,
        stack: withoutAddresses(error.stack ?? ''),
      }),
    },
  };
}

/** A request id: the proxy's when it gave a plain one, otherwise our own. */
export function requestId(request: IncomingMessage): string {
  const given = request.headers['x-request-id'];
  return typeof given === 'string' && /^[A-Za-z0-9-]{8,64}$/.test(given) ? given : randomUUID();
}
