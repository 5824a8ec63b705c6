/**
 * Whether a message is as the schema says: asked before anything is given out. The schema is the service's own, in `profile/`; where the
 * settings name a folder with the specification's files, each message is held against these as well.
 */
import { readFile } from 'node:fs/promises';
import path from 'node:path';

/** Tells what is wrong with a message; nothing when it is valid. */
export type Judge = (xml: string) => string[];

const OWN = { folder: path.join(import.meta.dirname, 'profile'), file: 'arkivmelding.xsd' };
const OFFICIAL = 'no.ks.fiks.arkiv.v1.arkivering.arkivmelding.opprett.xsd';
/** What the schema leans on, beside it in the same folder. */
const CATALOGUE = 'metadatakatalog.xsd';
const judges = new Map<string, Promise<Judge>>();
let named = 0;

/**
 * The judges that the settings ask for, read once a process.
 *
 * @param official the folder with the specification's `Schema/V1`, where there is one
 * @throws when a schema cannot be read: then nothing can be given out
 */
export async function judge(official: string | undefined): Promise<Judge> {
  const wanted = [OWN, ...(official ? [{ folder: official, file: OFFICIAL }] : [])];
  const found = await Promise.all(wanted.map(kept));
  return (xml) => found.flatMap((each) => each(xml));
}

function kept({ folder, file }: typeof OWN): Promise<Judge> {
  const at = path.join(folder, file);
  const known = judges.get(at) ?? readSchema(folder, file);
  judges.set(at, known);
  // A file that was not there may be there the next time.
  known.catch(() => judges.delete(at));
  return known;
}

async function readSchema(folder: string, file: string): Promise<Judge> {
  // Under a name of its own, so that two folders do not answer for each other; nothing is read from the disk or the net.
  const base = `schema${named++}`;
  const lib = await import('libxml2-wasm');
  const [schema, catalogue] = await Promise.all(
    [file, CATALOGUE].map((name) => readFile(path.join(folder, name))),
  );
  if (!schema || !catalogue) throw new Error(`${folder} has no schema`);
  lib.xmlRegisterInputProvider(new lib.XmlBufferInputProvider({ [`${base}/${CATALOGUE}`]: catalogue }));
  using document = lib.XmlDocument.fromBuffer(schema, { url: `${base}/${file}` });
  // As long as the process lives.
  const validator = lib.XsdValidator.fromDoc(document);
  return (xml) => {
    try {
      using message = lib.XmlDocument.fromString(xml);
      validator.validate(message);
      return [];
    } catch (error) {
      if (!(error instanceof lib.XmlLibError)) throw error;
      return error.details.length > 0
        ? error.details.map(({ line, message }) => `${line}: ${message.trim()}`)
        : [error.message];
    }
  };
}
