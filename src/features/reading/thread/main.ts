/**
 * The inside of a thread that reads documents, one after the other. What lies in an uploaded file is met here, behind limits of memory
 * and time, and nowhere else; the heavy libraries are loaded here too.
 */
import { parentPort } from 'node:worker_threads';
import type { TextNode } from '../../../ui/document-text.ts';
import { DOCX, ODT, PDF, type FromThread, type ThreadInput } from '../schema.ts';

/** Where a reader puts what it finds. */
export interface Sink {
  /** Gives a page; `raw` is its text with the line breaks of the page. False: enough, stop. */
  page(nodes: TextNode[], raw: string): boolean;
  /** Text that belongs to no page: looked through, never shown. */
  besides(text: string): void;
}
/** Thrown by a reader for a file that wants a password. */
export class Encrypted extends Error {}

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
const say = (message: FromThread) => parentPort?.postMessage(message);

async function read(input: ThreadInput): Promise<void> {
  let pages = 0;
  let characters = 0;
  let cut = false;
  const besides: string[] = [];
  const sink: Sink = {
    page(nodes, raw) {
      if (pages >= input.pages || characters + raw.length > input.characters) {
        cut = true;
        return false;
      }
      pages += 1;
      characters += raw.length;
      say({ say: 'page', nodes, raw });
      return true;
    },
    besides: (text) => void besides.push(text),
  };
  await reader(input.mediaType)(new Uint8Array(input.bytes), sink);
  say({ say: 'end', besides: besides.join('\n\n').slice(0, input.characters), cut });
}

const reader =
  (mediaType: string) =>
  async (bytes: Uint8Array<ArrayBuffer>, sink: Sink): Promise<void> => {
    if (mediaType === PDF) return (await import('./pdf.ts')).readPdf(bytes, sink);
    if (mediaType === DOCX) return (await import('./docx.ts')).readDocx(bytes, sink);
    if (mediaType === ODT) return (await import('./odt.ts')).readOdt(bytes, sink);
    throw new Error('a kind without text');
  };

parentPort?.on('message', (input: ThreadInput) => {
  read(input).catch((error: unknown) =>
    say({ say: 'failed', fault: error instanceof Encrypted ? 'encrypted' : 'damaged' }),
  );
});
