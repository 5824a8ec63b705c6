/**
 * The leak test: the same year is played on several servers with different outcomes, and what a passer-by or an applicant
 * is answered must be the same to the byte until the outcome is public. What differs by nature (ids, receipt numbers,
 * request ids, the HTTP layer's own dates) is replaced by labels first.
 */
import { createHash } from 'node:crypto';
import { Unexpected, type Client } from './client.ts';
import { textOfPdf } from './pdf-text.ts';
import { unzip } from './zip.ts';

export interface Reader {
  name: string;
  /** Where reading begins; links on the pages are followed from there, as far as `follows` says. */
  starts: readonly string[];
  follows: RegExp;
  client: Client;
}

/** What one server answered: address with ids replaced, and the answer with ids replaced. */
export type Answers = Map<string, string>;

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
/** Each differs by nature, or says again what the body says. */
const ignoredHeaders = new Set([
  'date',
  'content-length',
  'etag',
  'x-request-id',
  'connection',
  'keep-alive',
  'set-cookie',
  'age',
  'transfer-encoding',
]);
/** Demo tools, signing in and one's keys run by real time; none of them knows of an outcome. */
const notFollowed = /^\/(dev|logg-inn|logg-ut|min-side\/nokler|api\/openapi)/;

/** Reads everything that these readers can reach, and remembers the ETag of each address in `etags`. */
export async function readAll(
  readers: readonly Reader[],
  labels: ReadonlyMap<string, string>,
  etags: Map<string, string>,
): Promise<Answers> {
  const answers: Answers = new Map();
  for (const reader of readers) {
    const seen = new Set<string>();
    const keyOf = numberedKeys(reader.name, labels);
    let open = [...reader.starts];
    while (open.length) {
      const batch = open.filter((path) => !seen.has(path));
      for (const path of batch) seen.add(path);
      const found = await Promise.all(
        [...new Set(batch)].map((path) => read(reader, path, keyOf(path), labels, etags)),
      );
      for (const each of found) answers.set(each.key, each.answer);
      open = found.flatMap((each) => each.links.filter((path) => reader.follows.test(path)));
    }
  }
  return answers;
}

/** Addresses that differ by an id alone are told apart by the order in which pages lead to them. */
function numberedKeys(name: string, labels: ReadonlyMap<string, string>): (path: string) => string {
  const counts = new Map<string, number>();
  return (path) => {
    const plain = `${name} ${normalise(path, labels)}`;
    const count = (counts.get(plain) ?? 0) + 1;
    counts.set(plain, count);
    return count === 1 ? plain : `${plain} (${count})`;
  };
}

async function read(
  reader: Reader,
  path: string,
  key: string,
  labels: ReadonlyMap<string, string>,
  etags: Map<string, string>,
) {
  const response = await reader.client.fetch(path, path.startsWith('/api/') ? {} : { accept: 'text/html' });
  if (response.status >= 500) throw new Unexpected(`${path} answered ${response.status} to ${reader.name}`);
  const bytes = Buffer.from(await response.arrayBuffer());
  const type = response.headers.get('content-type') ?? '';
  const body = await wordsOf(bytes, type);
  const headers = [...response.headers]
    .filter(([name]) => !ignoredHeaders.has(name))
    .map(([name, value]) => `${name}: ${normalise(value, labels)}`);
  const etag = response.headers.get('etag') ?? '';
  // Several pages may share a key (one for each <id>): only what has a tag can say that it changed.
  const moved = etag === '' ? 'none' : etags.get(key) === etag ? 'as before' : 'new';
  etags.set(key, etag);
  const links = /html|xml|json/.test(type) ? linksIn(body, path) : [];
  return {
    key,
    links,
    answer: [
      String(response.status),
      ...headers.toSorted(),
      `etag ${moved}`,
      '',
      normalise(body, labels),
    ].join('\n'),
  };
}

/** What somebody can read in an answer: of PDFs and archives what is in them, for their bytes are packed and hold ids; of pictures every byte. */
async function wordsOf(bytes: Buffer, type: string): Promise<string> {
  if (type.includes('pdf')) return textOfPdf(bytes);
  if (type.includes('zip')) return wordsInZip(bytes);
  if (/^(text|application)\/([\w.-]+\+)?(html|plain|css|csv|calendar|javascript|json|xml)\b/.test(type))
    return bytes.toString();
  return `${bytes.length} bytes, ${createHash('sha256').update(bytes).digest('base64')}`;
}

async function wordsInZip(bytes: Buffer): Promise<string> {
  const words: string[] = [];
  for (const [path, part] of await unzip(bytes))
    words.push(path, await wordsOf(part, /\.(txt|json|xml)$/.test(path) ? 'text/plain' : ''));
  return words.join('\n');
}

/** Links, pictures and scripts of a page, what it says of itself to machines, the addresses of a site map and of feeds. */
const leading =
  /<(?:a|link|img|script|source)\s[^>]*?(?:href|src)="([^"]*)"|content="(https?:[^"]*)"|<loc>([^<]*)<|"(?:url|src)":"([^"]*)"/g;

/** Addresses of this service that an answer leads to, without fragments. */
function linksIn(body: string, from: string): string[] {
  const found = [...body.matchAll(leading)].map((groups) =>
    (groups.slice(1).find((address) => address !== undefined) ?? '').replaceAll('&amp;', '&'),
  );
  return [
    ...new Set(
      found
        .map((href) => new URL(href, `http://here${from}`))
        .filter(({ host, hostname }) => host === 'here' || hostname === 'localhost')
        .map((url) => url.pathname + url.search),
    ),
  ].filter((path) => !notFollowed.test(path));
}

function normalise(text: string, labels: ReadonlyMap<string, string>): string {
  return (
    text
      .replace(uuid, (id) => labels.get(id) ?? '<id>')
      .replace(/EP-[0-9A-Z]{4}-[0-9A-Z]{4}/g, '<receipt>')
      .replace(/\b[0-9a-f]{64}\b/g, '<hash>')
      .replace(/"value":"[\w-]{86}"/g, '"value":"<signature>"')
      .replace(/("requestId":|requestId=|Feilnummer: |Error number: )"?[\w.:-]+"?/g, '$1<request>')
      .replace(/localhost:\d+/g, '<host>')
      // One's own data says when keys of programs were used, and that is real time.
      .replace(/("(?:created|expires|used|revoked)_at": ?)"\d{4}-[^"]*"/g, '$1"<time>"')
      // Whether the worker has handed a letter over yet.
      .replace(/"state":"(?:queued|sending|sent)"/g, '"state":"<sent>"')
      .replace(/(name="(?:token|csrf|stamp)" value=")[^"]*/g, '$1<token>')
  );
}

export interface Leak {
  after: string;
  address: string;
  here: string;
  there: string;
}

/** Addresses whose answers differ, or that only one of them has. */
export function compare(after: string, a: Answers, b: Answers): Leak[] {
  const leaks: Leak[] = [];
  for (const address of new Set([...a.keys(), ...b.keys()])) {
    const [one, other] = [a.get(address) ?? 'not there', b.get(address) ?? 'not there'];
    if (one === other) continue;
    const at = [...one].findIndex((char, index) => char !== other[index]);
    const from = Math.max(0, at - 60);
    leaks.push({ after, address, here: one.slice(from, from + 160), there: other.slice(from, from + 160) });
  }
  return leaks;
}
