/** The nominated to the secretariat: who has been told, what they have answered, what they have sent. */
import {
  actionForm,
  actions,
  button,
  buttonLink,
  card,
  details,
  emptyState,
  errorsByField,
  errorSummary,
  figure,
  form,
  list,
  pageHead,
  paragraph,
  quotation,
  radioGroup,
  section,
  stack,
  tag,
  textArea,
  type FormError,
} from '../../ui/components/index.ts';
import { editionCrumbs, editionHref, namingsHref } from '../../ui/edition-nav.ts';
import { html, type Html } from '../../ui/html.ts';
import type { Page } from '../../ui/layout.ts';
import { instant } from '../../platform/clock.ts';
import { formatDateTime } from '../../ui/text/format.ts';
import { isLang, texts, type Lang } from '../../ui/text/index.ts';
import type { OfficeNaming } from './schema.ts';

export interface OfficeView {
  edition: { id: string; year: number };
  namings: readonly OfficeNaming[];
  mayWrite: boolean;
  errors: readonly FormError[];
  input: (name: string) => string;
  /** Of which application the form was sent. */
  at: string | null;
}

export function officePage(view: OfficeView, lang: Lang): Page {
  const t = texts(lang);
  const own = t.namings.office;
  const { edition, errors } = view;
  const nominated = view.namings.filter(({ isNominated }) => isNominated);
  const gone = view.namings.filter(({ isNominated }) => !isNominated);
  return {
    title: own.title,
    failed: errors.length > 0,
    breadcrumbs: editionCrumbs(edition, own.title, lang),
    main: stack(
      errorSummary(errors, t),
      pageHead({ title: own.title, lead: own.lead }),
      nominated.length === 0
        ? emptyState({ title: own.none, body: own.noneBody })
        : html`${view.mayWrite && html`${paragraph(own.writeLead)}${actions(buttonLink({ href: `${editionHref(edition.id, 'batches')}/ny?til=nominerte`, label: own.write }), nominated.every(({ answer }) => answer === 'agreed') && buttonLink({ href: `${editionHref(edition.id, 'batches')}/ny?til=ikke-nominerte`, label: own.writeOthers, kind: 'secondary' }))}`}${nominated.map((one) => oneCard(one, view, lang))}`,
      gone.length > 0 &&
        section({
          title: own.gone,
          id: 'takket-nei',
          body: html`${paragraph(own.goneLead)}${gone.map((one) => oneCard(one, view, lang))}`,
        }),
    ),
  };
}

function oneCard(one: OfficeNaming, view: OfficeView, lang: Lang): Html {
  const t = texts(lang);
  const own = t.namings.office;
  const at = (when: string) => formatDateTime(instant(when), lang);
  const state = one.answer
    ? tag(own[one.answer], one.answer === 'agreed' ? 'success' : 'danger')
    : tag(one.toldAt ? own.waiting : own.notTold, one.toldAt ? 'warning' : 'neutral');
  const language = isLang(one.language) ? one.language : 'nb';
  const base = `${namingsHref(view.edition.id)}/${one.nominationId}`;
  return card({
    title: one.organisation,
    id: `n-${one.nominationId}`,
    level: 2,
    over: state,
    body: html`${list(
      [
        one.toldAt ? own.told(at(one.toldAt)) : '',
        one.answeredAt &&
          (one.registered ? own.registered : own.by)(one.answeredBy ?? '', at(one.answeredAt)),
        one.reason ? own.why(one.reason) : '',
      ].filter(Boolean),
    )}${one.picture && html`${figure({ ...one.picture, src: `${base}/bilde`, lang: language, caption: t.namings.photo(one.picture.credit) })}${removal(one, 'picture', base, lang)}`}${one.quote && html`${quotation({ text: one.quote, by: one.quoted, lang: language })}${removal(one, 'quote', base, lang)}`}${one.mayRegister && register(one, view, base, lang)}`,
  });
}

const removal = (one: OfficeNaming, what: 'picture' | 'quote', base: string, lang: Lang): Html => {
  const own = texts(lang).namings;
  return actionForm({
    action: `${base}/fjern`,
    label: what === 'picture' ? own.removePicture : own.removeQuote,
    kind: 'danger',
    small: true,
    version: one.version,
    fields: { what },
  });
};

function register(one: OfficeNaming, view: OfficeView, base: string, lang: Lang): Html {
  const own = texts(lang).namings;
  const here = view.at === one.nominationId;
  const wrong = here ? errorsByField(view.errors) : {};
  const given = (name: string) => (here ? view.input(name) : '');
  return details({
    summary: own.office.register,
    open: here,
    body: form({
      action: `${base}/svar`,
      version: one.version,
      label: `${own.office.register}: ${one.organisation}`,
      body: html`${radioGroup({
        name: `answer-${one.nominationId}`,
        legend: own.answer,
        value: given(`answer-${one.nominationId}`),
        error: wrong[`answer-${one.nominationId}`],
        options: (['agreed', 'declined'] as const).map((value) => ({ value, label: own.answers[value] })),
      })}${textArea({
        name: `reason-${one.nominationId}`,
        label: own.office.registerHint,
        rows: 2,
        maxlength: 2000,
        value: given(`reason-${one.nominationId}`),
        error: wrong[`reason-${one.nominationId}`],
      })}${button({ label: own.office.registerButton, kind: 'secondary' })}`,
    }),
  });
}
