/** Reading mode: answers and documents as one text, in three sizes, with the place remembered. */
import {
  alert,
  details,
  heading,
  link,
  list,
  pageHead,
  paragraph,
  readingPart,
  readingText,
  readingTools,
} from '../../ui/components/index.ts';
import { documentPage } from '../../ui/document-text.ts';
import { html, type Html } from '../../ui/html.ts';
import { juryFrame } from '../../ui/jury-frame.ts';
import type { Page } from '../../ui/layout.ts';
import { answerView } from '../../ui/submission.ts';
import { formatDateTime } from '../../ui/text/format.ts';
import { texts, type Lang } from '../../ui/text/index.ts';
import { MOST_PAGES, PDF, type ReadDocument } from '../reading/schema.ts';
import { partOf, sizes, type ReadingView } from './schema.ts';

export function readingPage(view: ReadingView, lang: Lang): Page {
  const t = texts(lang);
  const own = t.desk.reading;
  const { text, place, nominationId } = view;
  const home = `/jury/soknad/${nominationId}`;
  const here = `${home}/les`;
  return {
    title: own.titleOf(text.title),
    main: juryFrame(
      view.seat,
      here,
      t,
      pageHead({ title: text.title, over: own.title, lead: own.lead }),
      readingTools({
        action: '/jury/lesestorrelse',
        here,
        label: own.size,
        sizes: sizes.map((value) => ({ value, label: own.sizes[value], chosen: value === view.size })),
        way: link(`${home}#vurdering`, own.toBallot),
      }),
      place && html`<noscript>${paragraph(link(`#${partOf(place)}`, own.goOn))}</noscript>`,
      details({ summary: own.contents, body: contents(view, lang) }),
      readingText({
        size: view.size,
        settings: { nomination: nominationId, person: view.me, place, words: { back: own.back } },
        action: here,
        body: html`${paragraph(t.ballots.page.sent(formatDateTime(text.submittedAt, lang)), 'muted')}${answers(view, lang)}${text.documents.map((one) => documentParts(one, view, lang))}`,
      }),
      paragraph(link(`${home}#vurdering`, own.toBallot)),
    ),
  };
}

function contents({ text }: ReadingView, lang: Lang): Html {
  const { sections } = texts(lang).nominations;
  const parts = [...Map.groupBy(text.answers, ({ section }) => section)].map(([name, [first]]) =>
    link(`#answer-${first?.question}`, sections[name as keyof typeof sections]),
  );
  return list([...parts, ...text.documents.map(({ id, name }) => link(`#document-${id}-1`, name))]);
}

function answers({ text: { answers: all, language } }: ReadingView, lang: Lang): Html {
  const { nominations, desk } = texts(lang);
  return html`${[...Map.groupBy(all, ({ section }) => section)].map(
    ([name, own]) =>
      html`${heading(2, nominations.sections[name as keyof typeof nominations.sections])}${own.map((answer) =>
        readingPart({
          id: `answer-${answer.question}`,
          remember: desk.reading.remember,
          body: answerView(answer, { lang, language, level: 2 }),
        }),
      )}`,
  )}`;
}

/** Page by page; what cannot be read as text says so and leads to the document. */
function documentParts(
  document: ReadDocument,
  { text: { language }, nominationId }: ReadingView,
  lang: Lang,
): Html {
  const { reading, desk } = texts(lang);
  const own = desk.reading;
  const { id, name, description, state, pages } = document;
  const original = link(`/jury/soknad/${nominationId}?vis=${id}`, own.original(name));
  const numbered = document.mediaType === PDF ? reading.pageNumber : reading.partNumber;
  const note =
    state !== 'read' &&
    alert({ tone: 'warning', body: html`${paragraph(reading.reader.states[state])}${paragraph(original)}` });
  const head = html`${heading(2, name)}${description && paragraph(description, 'muted')}${note}`;
  const shown = pages.length > 0 ? pages : [{ number: 1, nodes: [] }];
  return html`${shown.map(({ number, nodes }, at) =>
    readingPart({
      id: `document-${id}-${number}`,
      remember: own.remember,
      body: html`${at === 0 && head}${documentPage({ number, nodes }, { numbered: shown.length > 1 ? numbered : null, level: 3, lang: language === lang ? undefined : language })}`,
    }),
  )}${document.length > MOST_PAGES && paragraph(html`${own.rest(MOST_PAGES)} ${original}`)}`;
}
