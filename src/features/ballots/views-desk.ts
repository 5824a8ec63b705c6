/** The desk around a ballot: the line over it, and what is read beside it. */
import {
  countdown,
  deskBar,
  documentReader,
  heading,
  link,
  localNav,
  paragraph,
  shortcutHelp,
} from '../../ui/components/index.ts';
import { html, type Html } from '../../ui/html.ts';
import { submissionView } from '../../ui/submission.ts';
import { formatDateTime } from '../../ui/text/format.ts';
import { texts, type Lang } from '../../ui/text/index.ts';
import type { Desk } from './schema-desk.ts';

const hrefOf = (id: string): string => `/jury/soknad/${id}`;

/** @param options.deadline while one can still deliver; `done`: this one is delivered */
export function deskLine(
  desk: Desk,
  { deadline, done }: { deadline: { at: Date; now: Date } | null; done: boolean },
  lang: Lang,
): Html {
  const { desk: own, ballots } = texts(lang);
  const { previous, next } = desk;
  return deskBar({
    items: [html`<strong>${own.place(desk.number, desk.of)}</strong>`, own.left(desk.left)],
    time: deadline && countdown({ ...deadline, lang, label: own.deadline }),
    done,
    previous: previous && { href: hrefOf(previous.id), label: own.previous(previous.name) },
    next: next && { href: hrefOf(next.id), label: ballots.page.nextApplication(next.name) },
  });
}

/** The application, or a document of it, with the way from one to the other. */
export function readingPane(desk: Desk, nominationId: string, lang: Lang): Html {
  const { desk: own, ballots } = texts(lang);
  const home = hrefOf(nominationId);
  const at = (id: string): string => `${home}?vis=${id}`;
  const { document, documents } = desk;
  const ways = [
    { href: home, label: ballots.page.application, current: document === null },
    ...documents.map(({ id, name }) => ({ href: at(id), label: name, current: id === document?.id })),
  ];
  const nav = html`${documents.length > 0 && localNav(ways, own.whatToRead)}${paragraph(link(`${home}/les`, own.reading.open))}<noscript>${paragraph(own.saveFirst, 'small')}</noscript>`;
  if (document)
    return html`${nav}${heading(2, document.name)}${document.description && paragraph(document.description, 'muted')}${documentReader(document, at(document.id), lang)}`;
  const { submittedAt, language, content } = desk.application;
  return html`${nav}${heading(2, ballots.page.application)}${paragraph(ballots.page.sent(formatDateTime(submittedAt, lang)), 'muted')}${submissionView(content, { lang, language, level: 3, readIn: at })}`;
}

export function keysHelp(lang: Lang): Html {
  const { keys } = texts(lang).desk;
  return shortcutHelp({
    title: keys.title,
    on: keys.on,
    hint: keys.hint,
    keys: [
      ['n', keys.nextCriterion],
      ['p', keys.previousCriterion],
      ['1–9', keys.level],
      ['b', keys.between],
      ['s', keys.save],
      ['v', keys.nextApplication],
      ['?', keys.help],
    ],
  });
}
