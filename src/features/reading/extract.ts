/** Reads the text of a document in a thread of its own, with an end to its memory and its time. */
import { plainText } from '../../ui/document-text.ts';
import { identityNumbers } from './identity-numbers.ts';
import {
  LIMITS,
  PDF,
  type Extracted,
  type FromThread,
  type Limits,
  type TextPage,
  type ThreadInput,
} from './schema.ts';
import { returnThread, takeThread, type ReadingThread } from './threads.ts';

const LOOK_EVERY_MS = 20;

/** The text of a document, or what became of the attempt. Never throws for what lies in the file. */
export async function extractText(
  bytes: Uint8Array,
  mediaType: string,
  limits: Limits = LIMITS,
): Promise<Extracted> {
  const thread = await takeThread(limits.bytes);
  let result: Extracted | undefined;
  try {
    result = await heard(thread, bytes, mediaType, limits);
    return result;
  } finally {
    // One in which something went wrong is not used again.
    await returnThread(thread, result !== undefined && (result.fault === null || result.fault === 'size'));
  }
}

function heard(
  { worker }: ReadingThread,
  bytes: Uint8Array,
  mediaType: string,
  limits: Limits,
): Promise<Extracted> {
  const pages: TextPage[] = [];
  return new Promise((resolve) => {
    const stop = (result: Pick<Extracted, 'state' | 'fault'>, besides = '') => {
      clearTimeout(clock);
      clearInterval(watch);
      worker.off('message', hear).off('exit', gone).off('error', failed);
      // Of the zipped kinds everything is looked through once more, what stands on the pages too.
      const counted = mediaType === PDF ? 0 : pages.reduce((sum, page) => sum + page.identityNumbers, 0);
      const identityNumbersBesides = Math.max(0, identityNumbers(besides).length - counted);
      resolve({ ...result, pages, identityNumbersBesides });
    };
    // What was read before it went wrong is kept: some pages are better than none, and they are said to be some.
    const cut = (fault: NonNullable<Extracted['fault']>) =>
      stop({ state: pages.length > 0 ? 'partly' : 'unreadable', fault });
    const clock = setTimeout(() => cut('time'), limits.milliseconds);
    const look = async () => {
      if (await isOver(worker, limits.bytes)) cut('memory');
    };
    const watch = setInterval(() => void look(), LOOK_EVERY_MS);
    const hear = (message: FromThread) => {
      if (message.say === 'page') pages.push(pageOf(message, pages.length + 1));
      else if (message.say === 'failed') cut(message.fault);
      else if (message.cut) stop({ state: 'partly', fault: 'size' }, message.besides);
      else if (pages.some(({ text }) => text !== '')) stop({ state: 'read', fault: null }, message.besides);
      else {
        pages.length = 0;
        stop({ state: 'empty', fault: null }, message.besides);
      }
    };
    const gone = () => cut('damaged');
    const failed = ({ code }: NodeJS.ErrnoException) =>
      cut(code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'memory' : 'damaged');
    worker.on('message', hear).on('exit', gone).on('error', failed);
    // A copy of its own, for what is handed over is gone here.
    const copy = new Uint8Array(bytes).buffer;
    const input: ThreadInput = {
      mediaType,
      bytes: copy,
      pages: limits.pages,
      characters: limits.characters,
    };
    worker.postMessage(input, [copy]);
  });
}

/** V8's own limit counts the heap alone; what a library unpacks lies in buffers beside it. */
async function isOver(worker: ReadingThread['worker'], most: number): Promise<boolean> {
  const found = await worker.getHeapStatistics().catch(() => undefined);
  return found !== undefined && found.used_heap_size + found.external_memory > most;
}

function pageOf({ nodes, raw }: { nodes: TextPage['nodes']; raw: string }, number: number): TextPage {
  return { number, nodes, text: plainText(nodes), identityNumbers: identityNumbers(raw).length };
}
