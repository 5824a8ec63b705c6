/** The words of a year's letters: the list, and one of them. */
import {
  actionForm,
  actions,
  button,
  card,
  details,
  errorsByField,
  errorSummary,
  fieldset,
  form,
  hidden,
  list,
  paragraph,
  prose,
  section,
  stack,
  statusMessage,
  taskRows,
  tag,
  textArea,
  textField,
  type FormError,
} from '../../ui/components/index.ts';
import { editionCrumbs, editionHead, editionHref, type EditionPage } from '../../ui/edition-nav.ts';
import { html, type Html } from '../../ui/html.ts';
import type { Page } from '../../ui/layout.ts';
import { instant } from '../../platform/clock.ts';
import { formatDateTime } from '../../ui/text/format.ts';
import { texts, type Lang } from '../../ui/text/index.ts';
import type { ListedText, WholeText } from './schema.ts';

interface Frame {
  edition: { id: string; year: number };
  pages: readonly EditionPage[];
}
export interface TextView extends Frame {
  text: WholeText;
  input: Readonly<Record<string, string | readonly string[] | undefined>>;
  errors: readonly FormError[];
  isSaved: boolean;
}

export function textsPage(
  { edition, pages, letters }: Frame & { letters: readonly ListedText[] },
  lang: Lang,
): Page {
  const t = texts(lang);
  const own = t.letterTexts;
  return {
    title: own.title,
    breadcrumbs: editionCrumbs(edition, own.title, lang),
    main: stack(
      editionHead(
        edition,
        'letterTexts',
        { title: own.title, lead: own.lead, over: t.secretariat.edition(edition.year) },
        lang,
        pages,
      ),
      taskRows(
        letters.map((one) => ({
          href: `${editionHref(edition.id, 'letterTexts')}/${one.letter}`,
          label: own.letters[one.letter],
          about: one.writtenAt
            ? own.writtenBy(one.writtenBy ?? '', formatDateTime(instant(one.writtenAt), lang))
            : own.untouched,
          status: one.isOwn ? tag(own.isOwn, 'accent') : tag(own.isStandard),
        })),
      ),
    ),
  };
}

export function textPage(view: TextView, lang: Lang): Page {
  const t = texts(lang);
  const own = t.letterTexts;
  const { edition, text, errors, isSaved } = view;
  const title = own.letters[text.letter];
  const crumbs = editionCrumbs(edition, own.title, lang);
  const labels = Object.fromEntries(
    (['nb', 'nn'] as const).flatMap((language) => [
      [`texts.${language}.subject`, t.letterBatches.subjectIn[language]],
      [`texts.${language}.body`, t.letterBatches.bodyIn[language]],
    ]),
  );
  return {
    title,
    failed: errors.length > 0,
    breadcrumbs: [
      ...crumbs.slice(0, -1),
      { label: own.title, href: editionHref(edition.id, 'letterTexts') },
      { label: title },
    ],
    main: stack(
      errorSummary(errors, t, labels),
      editionHead(
        edition,
        'letterTexts',
        { title, lead: own.oneLead, over: text.isOwn ? tag(own.isOwn, 'accent') : tag(own.isStandard) },
        lang,
        view.pages,
      ),
      isSaved && statusMessage(own.saved),
      preview(text, lang),
      editing(view, labels, lang),
      earlier(text, lang),
    ),
  };
}

function preview({ preview: shown }: WholeText, lang: Lang): Html {
  const { letterTexts: own, letterBatches } = texts(lang);
  return section({
    title: own.preview,
    id: 'forhandsvisning',
    body: html`${shown.of !== null && paragraph(own.of(shown.of), 'muted')}${(['nb', 'nn'] as const).map(
      (language) =>
        card({
          title: html`<span lang="${language}">${shown[language].subject}</span>`,
          level: 3,
          over: letterBatches.inLanguage[language],
          body: prose(shown[language].body, language),
        }),
    )}`,
  });
}

function editing(
  { edition, text, input, errors }: TextView,
  labels: Record<string, string>,
  lang: Lang,
): Html {
  const t = texts(lang);
  const own = t.letterTexts;
  const here = `${editionHref(edition.id, 'letterTexts')}/${text.letter}`;
  const wrong = errorsByField(errors);
  const value = (name: string) => [input[name] ?? ''].flat().at(-1) ?? '';
  const given = (name: string) => ({
    name,
    label: labels[name] ?? '',
    value: value(name),
    error: wrong[name],
  });
  return section({
    title: own.edit,
    id: 'tekst',
    body: html`${paragraph(own.words(text.placeholders.map((word) => `{${word}}`).join(', ')))}${paragraph(t.letterBatches.public, 'muted')}${form(
      {
        action: here,
        body: html`${hidden('version', value('version') || text.version)}${(['nb', 'nn'] as const).map(
          (language) =>
            fieldset({
              legend: t.letterBatches.inLanguage[language],
              body: html`${textField({ ...given(`texts.${language}.subject`), maxlength: 160 })}${textArea({ ...given(`texts.${language}.body`), hint: t.letterBatches.bodyHint, rows: 10, maxlength: 5000, lang: language })}`,
            }),
        )}${actions(button({ label: own.save }), button({ label: own.show, kind: 'secondary', name: 'vis', value: '1' }))}`,
      },
    )}${
      text.isOwn &&
      actionForm({
        action: `${here}/standard`,
        label: own.toStandard,
        kind: 'tertiary',
        version: text.version,
        ask: own.toStandardAsk,
      })
    }`,
  });
}

function earlier({ history }: WholeText, lang: Lang): Html {
  const own = texts(lang).letterTexts;
  if (history.length === 0) return html``;
  return section({
    title: own.history,
    id: 'historikk',
    body: html`${history.map(({ version, writtenBy, writtenAt, texts: said }) =>
      details({
        summary: own.version(version, writtenBy, formatDateTime(instant(writtenAt), lang)),
        body: said
          ? html`${(['nb', 'nn'] as const).map((language) => html`${paragraph(html`<strong lang="${language}">${said[language].subject}</strong>`)}${prose(said[language].body, language)}`)}`
          : list([own.isStandard]),
      }),
    )}`,
  });
}
