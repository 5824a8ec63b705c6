/** A letter as it is stored, and the frame around its words. */
import { texts, type Lang } from '../../ui/text/index.ts';

export interface RenderedLetter {
  language: Lang;
  subject: string;
  /** Plain text. A line that is nothing but a path leads there; the address of the service is put before it when it is sent. */
  body: string;
}

/** Greeting, words, the one link and the closing. Everything is filled in already. */
export function renderWritten(
  language: Lang,
  { subject, body, path }: { subject: string; body: string; path: string },
): RenderedLetter {
  const t = texts(language).letters;
  return {
    language,
    subject,
    body: [t.greeting, body.trim(), `${t.open}:\n${path}`, t.closing].join('\n\n'),
  };
}
