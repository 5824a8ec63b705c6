/** A letter in words: the text that is stored, and how it looks when it is sent. */
import { html, type Html } from '../../ui/html.ts';
import { isLang, texts } from '../../ui/text/index.ts';
import type { LetterParams, LetterTemplate } from './schema.ts';
import { renderWritten, type RenderedLetter } from './written.ts';

export function renderLetter<T extends LetterTemplate>(
  template: T,
  language: string,
  params: LetterParams<T>,
  forget?: string,
): RenderedLetter {
  const lang = isLang(language) ? language : 'nb';
  const t = texts(lang).letters;
  const letter = t[template] as unknown as {
    subject(params: LetterParams<T>): string;
    body(params: LetterParams<T>): string;
  };
  const safe = onOneLine(params);
  return renderWritten(lang, {
    subject: letter.subject(safe),
    body: letter.body(safe),
    path: safe.path,
    forget,
  });
}

/** Names that people typed must neither begin a header of their own nor a line that reads as a link. */
const onOneLine = <P extends object>(params: P): P =>
  Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      name,
      typeof value === 'string' ? value.replace(/\s+/gu, ' ').trim() : value,
    ]),
  ) as P;

const isPath = (line: string): boolean => /^\/\S*$/.test(line);

/** The text as it is sent: paths have become addresses. */
export const withAddresses = (body: string, baseUrl: string): string =>
  body
    .split('\n')
    .map((line) => (isPath(line) ? baseUrl + line : line))
    .join('\n');

/** The same letter as HTML: no table, no picture, nothing fetched from anywhere. */
export function letterHtml({ language, subject, body }: RenderedLetter, baseUrl: string): Html {
  const t = texts(language).letters;
  const paragraphs = body
    .split('\n\n')
    .map((text) => html`<p style="margin:0 0 16px">${lines(text, baseUrl)}</p>`);
  return html`<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><title>${subject}</title></head>
<body style="margin:0;padding:24px 16px">
<div style="max-width:600px;margin:0 auto;font:16px/1.5 Inter,Arial,sans-serif;overflow-wrap:anywhere">
${paragraphs}
<p style="margin:32px 0 0;padding-top:16px;border-top:1px solid #767676;font-size:14px">${t.reason}</p>
</div></body></html>`;
}

/** Line by line; a path becomes a link that shows its whole address, so that one can see where it leads. */
const lines = (text: string, baseUrl: string): Html[] =>
  text
    .split('\n')
    .map(
      (line, i) =>
        html`${i > 0 && html`<br>`}${isPath(line) ? html`<a href="${baseUrl + line}">${baseUrl + line}</a>` : line}`,
    );
