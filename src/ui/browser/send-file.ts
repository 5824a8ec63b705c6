/** One file on its way to the server. When the connection breaks it goes on from where it stopped. */
import { markOf, unfinishedOf, urlStorage } from './unfinished.ts';

export interface Progress {
  sent: number;
  all: number;
  /** Bytes in a second, over the last seconds; 0 while nothing is known. */
  speed: number;
}
export type Answer =
  | { kind: 'taken' }
  | { kind: 'refused'; why: string }
  | { kind: 'cancelled' }
  | { kind: 'broken' | 'signedOut' };
export interface Watcher {
  goes(progress: Progress): void;
  /** The connection is broken, and will soon be tried again. */
  pauses(): void;
}

/** The little that is used of tus-js-client, which the page loads beside this. */
interface Upload {
  start(): void;
  abort(forGood: boolean): Promise<void>;
  findPreviousUploads(): Promise<object[]>;
  resumeFromPreviousUpload(previous: object): void;
}
interface Failure {
  originalResponse?: { getStatus(): number; getBody(): string } | null;
}
declare const tus: { Upload: new (file: File, options: object) => Upload };

/** The library is the last thing in the page: a file that was chosen before it had come waits for it. */
const loaded =
  document.readyState === 'complete'
    ? Promise.resolve()
    : new Promise<void>((resolve) => {
        addEventListener('load', () => resolve(), { once: true });
      });

/** Half a minute in all; every piece that comes through begins it anew. */
const RETRIES = [500, 1000, 2000, 4000, 8000, 15_000];

/** Begins, or goes on with what an earlier attempt has left. */
export function sendFile(
  address: string,
  file: File,
  watcher: Watcher,
): { answer: Promise<Answer>; stop: () => void } {
  const { promise: answer, resolve } = Promise.withResolvers<Answer>();
  let speed: ((sent: number) => number) | undefined;
  const settle = (found: Answer) => {
    if (found.kind === 'refused') for (const each of unfinishedOf(`${markOf(address, file)}:`)) forget(each);
    resolve(found);
  };
  const begin = async () => {
    await loaded;
    const upload = new tus.Upload(file, {
      endpoint: new URL(address, location.href).href,
      metadata: { filename: file.name },
      headers: { accept: 'application/json' },
      retryDelays: RETRIES,
      fingerprint: async () => markOf(address, file),
      urlStorage,
      removeFingerprintOnSuccess: true,
      onProgress(sent: number, all: number) {
        speed ??= speedometer(sent);
        watcher.goes({ sent, all, speed: speed(sent) });
      },
      onShouldRetry(error: Failure) {
        const again = passes(error);
        speed = undefined;
        if (again) watcher.pauses();
        return again;
      },
      onSuccess: () => settle({ kind: 'taken' }),
      onError: (error: Failure) => settle(read(error)),
    });
    const [earlier] = await upload.findPreviousUploads();
    if (earlier) upload.resumeFromPreviousUpload(earlier);
    upload.start();
    return upload;
  };
  const begun = begin();
  // Without the library: the page did not come whole.
  begun.catch(() => settle({ kind: 'broken' }));
  const stop = () => {
    resolve({ kind: 'cancelled' });
    begun.then((upload) => upload.abort(true)).catch(() => {});
  };
  return { answer, stop };
}

const forget = ({ urlStorageKey }: { urlStorageKey: string }) => void urlStorage.removeUpload(urlStorageKey);

const statusOf = ({ originalResponse }: Failure): number => originalResponse?.getStatus() ?? 0;

/** No answer, a server in trouble, or two requests for one upload: it may go better soon. */
function passes(error: Failure): boolean {
  const status = statusOf(error);
  return status === 0 || status >= 500 || status === 423 || (status === 409 && !problemIn(error));
}

function read(error: Failure): Answer {
  if (statusOf(error) === 401) return { kind: 'signedOut' };
  const why = problemIn(error);
  return why === undefined || passes(error) ? { kind: 'broken' } : { kind: 'refused', why };
}

/** What the server says is wrong, in words. */
function problemIn({ originalResponse }: Failure): string | undefined {
  try {
    const { title, detail = '' } = JSON.parse(originalResponse?.getBody() ?? '') as {
      title?: string;
      detail?: string;
    };
    return title && `${title}. ${detail}`;
  } catch {
    return undefined;
  }
}

/** Bytes in a second over a sliding window of about three. */
function speedometer(begun: number): (sent: number) => number {
  const seen: { at: number; sent: number }[] = [{ at: performance.now(), sent: begun }];
  return (sent) => {
    const at = performance.now();
    seen.push({ at, sent });
    while (seen.length > 2 && (seen[0]?.at ?? 0) < at - 3000) seen.shift();
    const first = seen[0] ?? { at, sent };
    return at - first.at < 200 ? 0 : ((sent - first.sent) * 1000) / (at - first.at);
  };
}
