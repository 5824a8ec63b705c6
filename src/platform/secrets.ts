/** Secrets that people carry: only their hash is stored, so that a copy of the database opens no door. */
import { createHash, createHmac, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';

/** 256 random bits, as text that fits a cookie and an address. */
export const newSecret = (): string => randomBytes(32).toString('base64url');

/** SHA-256. Enough for `newSecret`, which nobody can guess; never for a short code. */
export const hashOf = (secret: string): Buffer => createHash('sha256').update(secret).digest();

/** HMAC-SHA-256, for what is short enough to be tried out: nobody can without the key of the service. */
export const keyedHash = (key: string, text: string): Buffer =>
  createHmac('sha256', key).update(text).digest();

/** Six digits, each as likely as the others. */
export const newCode = (): string => String(randomInt(1_000_000)).padStart(6, '0');

export const sameHash = (a: Buffer, b: Buffer): boolean => a.length === b.length && timingSafeEqual(a, b);
