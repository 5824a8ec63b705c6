/**
 * `npm run verify -- FILE [ATTACHMENT …] [--key PUB] [--json]`: checks a receipt or another signed document, offline.
 *
 * PUB is the service's public key, which must have come another way than FILE: a file (PEM, or a JWK set as /.well-known/jwks.json
 * gives it) or the key itself. Without it the key in FILE is used, and the origin is not checked. Attachments are compared with the
 * hashes in FILE, whatever they are called now.
 * Ends with 0 when everything holds, with 1 when something does not, with 2 when it cannot look.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { checkResult, type ResultReport } from './verify-result.ts';
import { readPublicKeys, verify, type Fault, type Verdict } from '../src/platform/signed-document.ts';

interface Attachment {
  file: string;
  /** Name in the document; null where nothing there has this hash. */
  name: string | null;
}
interface Report extends Omit<Verdict, 'parts'> {
  file: string;
  about: unknown;
  parts: { name: string; ok: boolean }[];
  attachments: Attachment[];
  /** Of a frozen result: what does not hold, and what could not be looked at. */
  result: ResultReport | null;
}

const whys: Record<Fault['why'], string> = {
  changed: 'is not what was signed',
  unreadable: 'was changed and cannot be read',
  twice: 'stands there twice',
  notSigned: 'does not fit the parts in the file: one is missing, moved, added or changed',
  otherKey: 'was made with another key',
};

try {
  const { values, positionals } = parseArgs({
    args: joined(process.argv.slice(2)),
    allowPositionals: true,
    options: { key: { type: 'string' }, json: { type: 'boolean', default: false } },
  });
  const [file = '', ...attached] = positionals;
  const keys = values.key === undefined ? [] : keysOf(values.key);
  const report = await check(file, attached, keys);
  console.log(values.json ? JSON.stringify(report) : inWords(report));
  process.exitCode = report.ok ? 0 : 1;
} catch (error) {
  const { message } = error as Error;
  if (process.argv.includes('--json')) console.log(JSON.stringify({ ok: false, error: message }));
  else console.error(message);
  process.exitCode = 2;
}

/** One key in 64 begins with "-", which would be read as an option of its own. */
function joined(args: readonly string[]): string[] {
  const at = args.indexOf('--key');
  const value = args[at + 1];
  return at < 0 || value === undefined ? [...args] : args.toSpliced(at, 2, `--key=${value}`);
}

function keysOf(given: string): string[] {
  const own = readPublicKeys(given);
  const keys = own.length > 0 ? own : readPublicKeys(readFileSync(given, 'utf8'));
  if (keys.length === 0) throw new Error(`There is no Ed25519 public key in ${given}`);
  return keys;
}

async function check(file: string, attached: string[], keys: string[]): Promise<Report> {
  const { parts, ...verdict } = await verify(readFileSync(file), keys);
  const hashes = parts.flatMap(({ name, ok, content }) => {
    const { sha256, name: title } = (content ?? {}) as { sha256?: string; name?: string };
    return ok && name.startsWith('file/') && sha256 ? [{ sha256, title: title ?? name }] : [];
  });
  const attachments = attached.map((path) => {
    const sha256 = createHash('sha256').update(readFileSync(path)).digest('hex');
    return { file: path, name: hashes.find((one) => one.sha256 === sha256)?.title ?? null };
  });
  const result = await checkResult(parts, attached);
  return {
    ...verdict,
    ok: verdict.ok && attachments.every(({ name }) => name !== null) && (result?.faults ?? []).length === 0,
    result,
    file,
    about: parts.find(({ name, ok }) => name === 'document' && ok)?.content ?? null,
    parts: parts.map(({ name, ok }) => ({ name, ok })),
    attachments,
  };
}

function inWords({ ok, file, faults, parts, origin, publicKey, demo, attachments, result }: Report): string {
  const lines = [
    ok ? `${file} holds: ${parts.length} parts, all as they were signed.` : `${file} does not hold:`,
    ...faults.map(({ part, why, line }) => `  ${part} ${whys[why]}${line ? ` (line ${line})` : ''}`),
    ...attachments.map(({ file: path, name }) =>
      name === null ? `  ${path} is not among the files it names` : `  ${path} is "${name}"`,
    ),
    ...(result?.faults ?? []).map((fault) => `  ${fault}`),
    ...(result?.said ?? []),
    publicKey === null
      ? ''
      : origin === 'checked'
        ? 'Signed with the key that was given.'
        : `Origin not checked: only the key in the file was used (${publicKey}).`,
    demo ? 'DEMO: made by a demonstration. It proves nothing.' : '',
  ];
  return lines.filter(Boolean).join('\n');
}
