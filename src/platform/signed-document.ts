/** Signing what leaves the service to be kept by others: the receipt, the jury's frozen result. */
import { createHash, createPublicKey, sign, type KeyObject } from 'node:crypto';
import { assemble, hashedText, signedText, type Part } from '../ui/browser/signed-document.ts';
import type { SigningKey } from './signing-key.ts';

export {
  CannotCheck,
  verify,
  type CheckedPart,
  type Fault,
  type Part,
  type Verdict,
} from '../ui/browser/signed-document.ts';

/** What a signed document says of itself, in its part "document". */
export interface About {
  /** 'receipt', 'result', …: what may be expected of the other parts. */
  kind: string;
  /** Where it was made: the address of the service. */
  service: string;
  /** The instant it tells of. */
  at: Date;
  [more: string]: unknown;
}

/**
 * The file, as text. The same parts under the same key always give the same bytes. What a demonstration signs says DEMO.
 *
 * @param parts with names of small letters, digits, hyphens and slashes, each once; 'document' is made of `about`
 */
export function signDocument(signing: SigningKey, about: About, parts: readonly Part[]): string {
  const demo = signing.demo ? { demo: true, warning: 'DEMO' } : {};
  const document = { ...about, at: about.at.toISOString(), ...demo };
  const hashed = [{ name: 'document', content: document }, ...parts].map(({ name, content }) => {
    if (!/^[a-z0-9][a-z0-9/-]{0,80}$/.test(name)) throw new TypeError(`not a name of a part: ${name}`);
    return {
      name,
      content,
      sha256: createHash('sha256').update(hashedText({ name, content })).digest('hex'),
    };
  });
  if (new Set(hashed.map(({ name }) => name)).size !== hashed.length)
    throw new TypeError('two parts have the same name');
  const value = sign(null, Buffer.from(signedText(hashed)), signing.privateKey).toString('base64url');
  return assemble(hashed, rawKey(signing.publicKey), value);
}

/** The 32 bytes of an Ed25519 public key as base64url: how a signed document names its key. */
export const rawKey = (key: KeyObject): string => key.export({ format: 'jwk' }).x ?? '';

/**
 * The public key that somebody hands over: PEM, a JWK or a set of them, or the 32 bytes as base64url.
 *
 * @returns every Ed25519 key in it; none when it is no such thing
 */
export function readPublicKeys(text: string): string[] {
  const trimmed = text.trim();
  if (/^[\w-]{43}$/.test(trimmed)) return [trimmed];
  try {
    if (trimmed.startsWith('-----')) return [rawKey(createPublicKey(trimmed))].filter(Boolean);
    const json = JSON.parse(trimmed) as { keys?: object[] };
    return (json.keys ?? [json]).flatMap((jwk) => {
      const { kty, crv, x } = jwk as Record<string, unknown>;
      return kty === 'OKP' && crv === 'Ed25519' && typeof x === 'string' ? [x] : [];
    });
  } catch {
    return [];
  }
}
