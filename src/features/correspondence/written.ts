/** A letter as it is stored, and the frame around its words. */
import { texts, type Lang } from '../../ui/text/index.ts';

export interface RenderedLetter {
  language: Lang;
  subject: string;
  /** Plain text. A line that is nothing but a path leads there; the address of the service is put before it when it is sent. */
  body: string;
}

/**
 * Greeting, words, the one link and the closing. Everything is filled in already.
 *
 * @param noMore where whoever did not ask for the letter says that they want no more
 * @param forget where whoever asked for it has the address deleted
 */
export function renderWritten(
  language: Lang,
  {
    subject,
    body,
    path,
    noMore,
    forget,
  }: { subject: string; body: string; path: string; noMore?: string; forget?: string | undefined },
): RenderedLetter {
  const t = texts(language).letters;
  return {
    language,
    subject,
    body: [
      t.greeting,
      body.trim(),
      `${t.open}:\n${path}`,
      t.closing,
      ...(noMore ? [`${t.noMore}\n${noMore}`] : []),
      ...(forget ? [`${t.forget}\n${forget}`] : []),
    ].join('\n\n'),
  };
}
