/** An archive's side of a package: unpacked and read by other libraries than those that wrote it. */
import { createHash } from 'node:crypto';
import { XmlDocument } from 'libxml2-wasm';
import { unzip } from '../../scripts/season/zip.ts';

const SPACE = 'https://ks-no.github.io/standarder/fiks-protokoll/fiks-arkiv';
const spaces = { a: `${SPACE}/arkivmelding/opprett/v1`, m: `${SPACE}/metadatakatalog/v1` };

export interface Contents {
  format: string;
  subject: Record<string, unknown>;
  cases: {
    year: number;
    key: string;
    number: string | null;
    folder: string;
    records: { kind: string; key: string; number: string | null; title: string; folder: string }[];
    leftOut: { path: string; why: string }[];
    outOf: number;
  }[];
  files: { path: string; bytes: number; sha256: string }[];
}
export interface Unpacked {
  parts: Map<string, Buffer>;
  contents: Contents;
  /** The messages, by their folder. */
  messages: Map<string, string>;
}
export const sha256 = (content: Buffer): string => createHash('sha256').update(content).digest('hex');

export async function unpacked(zip: Buffer): Promise<Unpacked> {
  const parts = await unzip(zip);
  const messages = [...parts].flatMap(([path, content]): [string, string][] =>
    path.endsWith('/arkivmelding.xml') ? [[path.slice(0, -'/arkivmelding.xml'.length), String(content)]] : [],
  );
  return {
    parts,
    contents: JSON.parse(String(parts.get('innhold.json'))) as Contents,
    messages: new Map(messages),
  };
}

/** What the checksum file says of each other part, and what it is: two lists that are the same. */
export function checksums({ parts }: Unpacked): { told: string[]; found: string[] } {
  const told = String(parts.get('manifest-sha256.txt')).trimEnd().split('\n');
  const found = [...parts]
    .filter(([path]) => path !== 'manifest-sha256.txt')
    .map(([path, content]) => `${sha256(content)}  ${path}`);
  return { told, found };
}

/** The texts at a path, such as '//a:dokumentobjekt/a:filnavn'. */
export function texts(xml: string, path: string): string[] {
  using document = XmlDocument.fromString(xml);
  return document.find(path, spaces).map((node) => node.content);
}

/** The files that a message names, each as it is in the package. */
export function filesOf(
  { messages, parts }: Unpacked,
  folder: string,
): { name: string; stored: string; told: string; found: string | undefined }[] {
  const xml = messages.get(folder) ?? '';
  const names = texts(xml, '//a:dokumentobjekt/a:filnavn');
  const stored = texts(xml, '//a:dokumentobjekt/a:referanseDokumentfil');
  const sums = texts(xml, '//a:dokumentobjekt/a:sjekksum');
  const sizes = texts(xml, '//a:dokumentobjekt/a:filstoerrelse');
  return names.map((name, i) => {
    const content = parts.get(`${folder}/${stored[i]}`);
    return {
      name,
      stored: stored[i]!,
      told: `${sums[i]} ${sizes[i]}`,
      found: content && `${sha256(content)} ${content.length}`,
    };
  });
}
