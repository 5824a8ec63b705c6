/** Writing a batch: to whom, about what, and the words in both languages. */
import {
  actions,
  belongsTo,
  button,
  buttonLink,
  checkboxGroup,
  errorsByField,
  errorSummary,
  fieldset,
  form,
  hidden,
  paragraph,
  radioGroup,
  stack,
  textArea,
  textField,
  type FormError,
} from '../../ui/components/index.ts';
import { editionCrumbs, editionHead, editionHref, type EditionPage } from '../../ui/edition-nav.ts';
import { html, type Html } from '../../ui/html.ts';
import type { Page } from '../../ui/layout.ts';
import { texts, type Lang } from '../../ui/text/index.ts';
import { audiences, decisions, groups, jurorGroups, NO_DECISION, states, wordsFor } from './schema.ts';

export interface FormView {
  edition: { id: string; year: number };
  pages: readonly EditionPage[];
  /** The one that is changed; a new one otherwise. */
  batch: { id: string; version: number } | undefined;
  input: Readonly<Record<string, string | readonly string[] | undefined>>;
  errors: readonly FormError[];
}

export function formPage(view: FormView, lang: Lang): Page {
  const t = texts(lang);
  const own = t.letterBatches;
  const { edition, batch, errors } = view;
  const title = batch ? own.change : own.write;
  const list = editionHref(edition.id, 'batches');
  const crumbs = editionCrumbs(edition, own.title, lang);
  return {
    title,
    failed: errors.length > 0,
    breadcrumbs: [...crumbs.slice(0, -1), { label: own.title, href: list }, { label: title }],
    main: stack(
      errorSummary(errors, t, labels(lang)),
      editionHead(
        edition,
        'batches',
        { title, lead: own.writeLead, over: t.secretariat.edition(edition.year) },
        lang,
        view.pages,
      ),
      form({
        action: batch ? `${list}/${batch.id}/endre` : `${list}/ny`,
        body: html`${batch && hidden('version', batch.version)}${fields(view, lang)}${actions(
          button({ label: own.toRecipients }),
          buttonLink({
            href: batch ? `${list}/${batch.id}` : list,
            label: t.common.cancel,
            kind: 'tertiary',
          }),
        )}`,
      }),
    ),
  };
}

const labels = (lang: Lang): Record<string, string> => {
  const own = texts(lang).letterBatches;
  return {
    title: own.name,
    audience: own.to,
    states: own.states,
    jurors: own.jurors,
    about: own.about,
    'texts.nb.subject': own.subjectIn.nb,
    'texts.nb.body': own.bodyIn.nb,
    'texts.nn.subject': own.subjectIn.nn,
    'texts.nn.body': own.bodyIn.nn,
  };
};

function fields({ input, errors }: FormView, lang: Lang): Html {
  const t = texts(lang);
  const own = t.letterBatches;
  const wrong = errorsByField(errors);
  const text = (name: string) => [input[name] ?? ''].flat().at(-1) ?? '';
  const marked = text('nominations').split(',').filter(Boolean);
  const given = (name: string) => ({
    name,
    label: labels(lang)[name] ?? '',
    value: text(name),
    error: wrong[name],
  });
  return html`${textField({ ...given('title'), hint: own.nameHint, maxlength: 120 })}${fieldset({
    legend: own.to,
    body: html`${radioGroup({
      name: 'audience',
      legend: own.audience,
      value: text('audience') || 'applications',
      error: wrong['audience'],
      // Those are marked in the table; here one keeps them, or chooses others.
      options: audiences
        .filter((value) => value !== 'marked' || marked.length > 0)
        .map((value) => ({
          value,
          label: value === 'marked' ? own.marked(marked.length) : own.audiences[value],
        })),
    })}${marked.length > 0 && hidden('nominations', marked.join(','))}${belongsTo(
      'applications',
      checkboxGroup({
        name: 'states',
        legend: own.states,
        hint: own.statesHint,
        values: [input['states'] ?? []].flat(),
        error: wrong['states'],
        options: states.map((value) => ({ value, label: t.nominations.states[groups[value][0]] })),
      }),
    )}${belongsTo(
      'jurors',
      radioGroup({
        name: 'jurors',
        legend: own.jurors,
        hint: own.jurorsHint,
        value: text('jurors') || 'unfinished',
        error: wrong['jurors'],
        options: jurorGroups.map((value) => ({ value, label: own.jurorGroups[value] })),
      }),
    )}`,
  })}${radioGroup({
    name: 'about',
    legend: own.about,
    hint: own.aboutHint,
    value: text('about'),
    error: wrong['about'],
    options: [
      { value: NO_DECISION, label: own.noDecision },
      ...decisions.map((value) => ({ value, label: own.decisions[value] })),
    ],
  })}${paragraph(own.words(wordsFor.applications.map((word) => `{${word}}`).join(', ')))}${paragraph(own.public, 'muted')}${(
    ['nb', 'nn'] as const
  ).map((language) =>
    fieldset({
      legend: own.inLanguage[language],
      body: html`${textField({ ...given(`texts.${language}.subject`), maxlength: 120 })}${textArea({ ...given(`texts.${language}.body`), hint: own.bodyHint, rows: 10, maxlength: 5000, lang: language })}`,
    }),
  )}`;
}
