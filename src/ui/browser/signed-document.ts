/**
 * A signed document: JSON with one spelling, in parts that each carry their own hash, under one Ed25519 signature.
 * The same lines check it on the command line, in the service and in a reader's browser (`docs/signed-documents.md`).
 *
 * One part a line. Without its line breaks the file is canonical JSON, and a changed byte is found in the line it stands in:
 *   {"format":"etikkprisen.signed-document/1","parts":[
 *   {"content":{…},"name":"document","sha256":"…"},
 *   {"content":{…},"name":"answer/1","sha256":"…"}
 *   ],"signature":{"algorithm":"Ed25519","publicKey":"…","value":"…"}}
 */
export const FORMAT = 'etikkprisen.signed-document/1';
const HEAD = `{"format":"${FORMAT}","parts":[`;
const FOOT = /^\],"signature":\{"algorithm":"Ed25519","publicKey":"([\w-]{43})","value":"([\w-]{86})"\}\}$/;
/** Also read from a line whose content is broken, so that its part can be named. */
const TAIL = /,"name":"([a-z0-9][a-z0-9/-]{0,80})","sha256":"([0-9a-f]{64})"\}$/;

export interface Part {
  name: string;
  content: unknown;
}
export interface CheckedPart {
  /** As it stands in the file; 'line/7' where even the name cannot be read. */
  name: string;
  ok: boolean;
  /** Undefined where it cannot be read. Of a part that is not `ok`, for showing only. */
  content?: unknown;
}
/** What is wrong, and with which part: 'format' is the frame around the parts, 'signature' the signature and the list it signs. */
export interface Fault {
  part: string;
  why: 'changed' | 'unreadable' | 'twice' | 'notSigned' | 'otherKey';
  /** Where a part stands in the file, from 1: also right when it is its name that was changed. */
  line?: number;
}
export interface Verdict {
  ok: boolean;
  parts: CheckedPart[];
  faults: Fault[];
  /** The key that stands in the file (32 bytes, base64url). */
  publicKey: string | null;
  /** Whether that key was compared with one that came another way: without, anybody may have signed. */
  origin: 'checked' | 'notChecked';
  /** Signed by a demonstration: proves nothing. */
  demo: boolean;
}

/** The browser knows no Ed25519, or the page did not come over https. */
export class CannotCheck extends Error {
  override readonly name = 'CannotCheck';
}

/** Keys sorted, no white space: the same content always has the same text (RFC 8785). */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}

/** What the hash of a part covers: its name, too, so that no part can take another's place. */
export const hashedText = ({ name, content }: Part): string => canonical({ content, name });
/** What the signature covers: which parts there are, in which order, with which hashes. */
export const signedText = (parts: readonly { name: string; sha256: string }[]): string =>
  canonical({ format: FORMAT, parts: parts.map(({ name, sha256 }) => ({ name, sha256 })) });

/** Puts the file together from what was hashed and signed. */
export function assemble(
  parts: readonly (Part & { sha256: string })[],
  publicKey: string,
  value: string,
): string {
  const lines = parts.map(({ name, content, sha256 }) => canonical({ content, name, sha256 })).join(',\n');
  return `${HEAD}\n${lines}\n],"signature":${canonical({ algorithm: 'Ed25519', publicKey, value })}}\n`;
}

/**
 * Checks every byte of a file, and names what does not hold.
 *
 * @param trusted public keys (32 bytes, base64url) that came another way than in the file
 * @throws CannotCheck where there is no Ed25519
 */
export async function verify(file: Uint8Array, trusted: readonly string[] = []): Promise<Verdict> {
  const { head, body, foot, faults } = split(file);
  if (head !== HEAD) faults.push({ part: 'format', why: 'changed' });
  const read = await Promise.all(body.map((line, index) => readPart(line, index, index === body.length - 1)));
  const seen = new Set<string>();
  for (const [index, { name, why }] of read.entries()) {
    const fault = why ?? (seen.has(name) ? 'twice' : undefined);
    if (fault) faults.push({ part: name, why: fault, line: index + 2 });
    seen.add(name);
  }
  const [, publicKey = null, value = ''] = FOOT.exec(foot ?? '') ?? [];
  const signed = publicKey !== null && (await isSigned(publicKey, value, signedText(read)));
  if (!signed) faults.push({ part: 'signature', why: publicKey === null ? 'unreadable' : 'notSigned' });
  const known = publicKey !== null && trusted.includes(publicKey);
  if (signed && trusted.length > 0 && !known) faults.push({ part: 'signature', why: 'otherKey' });
  return {
    ok: faults.length === 0,
    parts: read.map(({ name, why, content }) => ({ name, ok: why === undefined, content })),
    faults,
    publicKey,
    origin: known ? 'checked' : 'notChecked',
    demo: (read.find(({ name }) => name === 'document')?.content as { demo?: boolean })?.demo === true,
  };
}

/** First line, lines of parts, last line; null for a line that is no text. The file ends with its last line's break. */
function split(file: Uint8Array) {
  const lines: (string | null)[] = [];
  for (let from = 0; from < file.length;) {
    const at = file.indexOf(10, from);
    const to = at === -1 ? file.length : at;
    lines.push(decode(file.subarray(from, to)));
    from = to + 1;
  }
  const faults: Fault[] = file.at(-1) === 10 ? [] : [{ part: 'format', why: 'changed' }];
  return { head: lines[0], body: lines.slice(1, -1), foot: lines.length > 1 ? lines.at(-1) : null, faults };
}

function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

interface ReadPart {
  name: string;
  sha256: string;
  content?: unknown;
  why?: Fault['why'];
}

async function readPart(line: string | null, index: number, last: boolean): Promise<ReadPart> {
  const text = line === null ? '' : last ? line : line.replace(/,$/, '');
  const [, name = `line/${index + 2}`, sha256 = ''] = TAIL.exec(text) ?? [];
  let parsed: { content?: unknown };
  try {
    parsed = JSON.parse(text) as typeof parsed;
  } catch {
    return { name, sha256, why: 'unreadable' };
  }
  const content = parsed?.content;
  // Spelt as the service spells it: no other text can stand for the same content.
  const spelt = canonical({ content, name, sha256 }) === text && (last || line === `${text},`);
  const same = spelt && (await hexSha256(hashedText({ name, content }))) === sha256;
  return { name, sha256, content, ...(same ? {} : { why: 'changed' as const }) };
}

async function isSigned(publicKey: string, value: string, text: string): Promise<boolean> {
  const [raw, signature] = [bytesOf(publicKey), bytesOf(value)];
  // The last letter of base64 has spare bits: only one spelling counts.
  if (textOf(raw) !== publicKey || textOf(signature) !== value) return false;
  const key = await importKey(raw);
  return key !== undefined && subtle().verify('Ed25519', key, signature, encode(text));
}

async function importKey(raw: Uint8Array<ArrayBuffer>) {
  try {
    return await subtle().importKey('raw', raw, 'Ed25519', false, ['verify']);
  } catch (error) {
    if ((error as Error).name === 'NotSupportedError') throw new CannotCheck('Ed25519', { cause: error });
    return undefined;
  }
}

/** SHA-256 in lower-case hex, as the service writes it. */
export async function hexSha256(data: string | Uint8Array<ArrayBuffer>): Promise<string> {
  const bytes = typeof data === 'string' ? encode(data) : data;
  const digest = new Uint8Array(await subtle().digest('SHA-256', bytes));
  return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Browsers give it to pages over https, and on one's own machine. */
function subtle() {
  const found = globalThis.crypto?.subtle;
  if (!found) throw new CannotCheck('crypto.subtle');
  return found;
}

const encode = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);
const bytesOf = (base64url: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(base64url.replaceAll('-', '+').replaceAll('_', '/')), (c) => c.charCodeAt(0));
const textOf = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
