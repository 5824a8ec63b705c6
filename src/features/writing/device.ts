/** A device that others use too: nothing that is typed stays in its browser. */
import type { FastifyReply, FastifyRequest } from 'fastify';

export const DEVICE_COOKIE = 'delt';
const YEAR = 31_536_000;

export const isShared = (request: FastifyRequest): boolean => request.cookies[DEVICE_COOKIE] === '1';

/** Remembers the choice on this device for a year. Not a secret; scripts are told by the page. */
export function deviceCookie(reply: FastifyReply, shared: boolean, baseUrl: string): FastifyReply {
  const options = {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: baseUrl.startsWith('https:'),
  } as const;
  return shared
    ? reply.setCookie(DEVICE_COOKIE, '1', { ...options, maxAge: YEAR })
    : reply.clearCookie(DEVICE_COOKIE, options);
}
