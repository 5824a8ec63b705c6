/** One file on its way to the server. */
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
  | { kind: 'broken' };

export function sendFile(
  address: string,
  file: File,
  onProgress: (progress: Progress) => void,
): { answer: Promise<Answer>; stop: () => void } {
  const request = new XMLHttpRequest();
  const body = new FormData();
  body.append('files', file);
  const speed = speedometer();
  request.upload.addEventListener('progress', ({ loaded, total }) =>
    onProgress({ sent: loaded, all: total, speed: speed(loaded) }),
  );
  const answer = new Promise<Answer>((resolve) => {
    request.addEventListener('error', () => resolve({ kind: 'broken' }));
    request.addEventListener('abort', () => resolve({ kind: 'cancelled' }));
    request.addEventListener('load', () => resolve(read(request)));
  });
  request.open('POST', address);
  request.setRequestHeader('Accept', 'application/json');
  request.send(body);
  return { answer, stop: () => request.abort() };
}

function read({ status, responseText }: XMLHttpRequest): Answer {
  if (status === 201) return { kind: 'taken' };
  if (status === 0 || status >= 500) return { kind: 'broken' };
  try {
    const { title = '', detail = '' } = JSON.parse(responseText) as { title?: string; detail?: string };
    return { kind: 'refused', why: `${title}. ${detail}` };
  } catch {
    return { kind: 'broken' };
  }
}

/** Bytes in a second over a sliding window of about three. */
function speedometer(): (sent: number) => number {
  const seen: { at: number; sent: number }[] = [{ at: performance.now(), sent: 0 }];
  return (sent) => {
    const at = performance.now();
    seen.push({ at, sent });
    while (seen.length > 2 && (seen[0]?.at ?? 0) < at - 3000) seen.shift();
    const first = seen[0] ?? { at, sent };
    return at - first.at < 200 ? 0 : ((sent - first.sent) * 1000) / (at - first.at);
  };
}
