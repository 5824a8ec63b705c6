/** Criteria and form of a year: the lists, and one of each to write in. */
import {
  actionForm,
  actions,
  alert,
  button,
  buttonLink,
  errorSummary,
  form,
  link,
  paragraph,
  rows,
  section,
  select,
  srOnly,
  statusMessage,
} from '../../ui/components/index.ts';
import type { FormError } from '../../ui/components/forms.ts';
import { editionCrumbs, editionHead, editionHref } from '../../ui/edition-nav.ts';
import { html, type Html } from '../../ui/html.ts';
import { previewLinks } from '../../ui/preview.ts';
import type { Page } from '../../ui/layout.ts';
import { texts, type Lang } from '../../ui/text/index.ts';
import { setupGuide, type Guide } from '../../ui/setup-guide.ts';
import type { CriterionRow, QuestionRow } from './schema.ts';

export interface EditionOfForm {
  id: string;
  year: number;
  state: string;
  version: number;
  scoring: boolean;
}
export interface CriteriaView {
  edition: EditionOfForm;
  criteria: readonly CriterionRow[];
  questions: readonly QuestionRow[];
  mayConfigure: boolean;
  /** What is frozen may be changed as a new version. */
  mayAmend: boolean;
  guide: Guide;
  saved: boolean;
  errors: readonly FormError[];
}
export const inOwn = <T>(text: { nb: T; nn: T; en?: T }, lang: Lang): T => text[lang] ?? text.nb;

export function criteriaPage(view: CriteriaView, lang: Lang): Page {
  const { secretariat: s, common } = texts(lang);
  const t = s.criteria;
  const { edition, criteria, questions, mayConfigure } = view;
  const here = editionHref(edition.id, 'criteria');
  const add = (href: string, label: string) =>
    mayConfigure && actions(buttonLink({ href, label, kind: 'secondary' }));
  return {
    title: `${t.title}, ${s.edition(edition.year)}`,
    wide: true,
    failed: view.errors.length > 0,
    breadcrumbs: editionCrumbs(edition, t.title, lang),
    main: html`${errorSummary(view.errors, texts(lang))}${editionHead(edition, 'criteria', { title: t.title, lead: t.lead, over: s.edition(edition.year) }, lang)}
${setupGuide(edition.id, view.guide, ['criteria'], lang)}${view.saved && statusMessage(edition.state === 'planned' ? common.saved : texts(lang).amend.saved)}${edition.state !== 'planned' && alert({ tone: 'info', body: view.mayAmend ? html`${paragraph(texts(lang).amend.may)}${paragraph(link(`${here}/endre/retningslinjer`, texts(lang).amend.regulationsLink))}${edition.scoring && paragraph(link(`${here}/endre/skala`, texts(lang).amend.scaleLink))}` : paragraph(s.frozen) })}
${section({ title: texts(lang).preview.part, id: 'forhandsvis', body: html`${paragraph(texts(lang).preview.partLead)}${previewLinks(edition.id, lang)}` })}
${section({
  title: t.criteria,
  id: 'kriterier',
  body: html`${rows(
    criteria.map((one, i) =>
      item(
        {
          id: one.id,
          name: inOwn(one.texts, lang).name,
          about: inOwn(one.texts, lang).description,
          note: criterionNote(one, lang),
          at: i + 1,
          all: criteria.length,
          kind: 'kriterium',
        },
        view,
        lang,
      ),
    ),
  )}${add(`${here}/kriterium/ny`, t.add)}`,
})}
${section({
  title: t.questions,
  id: 'sporsmal',
  body: html`${rows(
    questions.map((one, i) =>
      item(
        {
          id: one.id,
          name: inOwn(one.texts, lang).label,
          about: inOwn(one.texts, lang).help ?? '',
          note: questionNote(one, lang),
          at: i + 1,
          all: questions.length,
          kind: 'sporsmal',
        },
        view,
        lang,
      ),
    ),
  )}${add(`${here}/sporsmal/ny`, t.addQuestion)}`,
})}`,
  };
}

function criterionNote({ kind, weight }: CriterionRow, lang: Lang): string {
  const t = texts(lang).secretariat.criteria;
  return [t.kinds[kind], weight === null ? '' : t.weightOf(weight)].filter(Boolean).join(', ');
}
function questionNote({ section: part, kind, required, word_limit }: QuestionRow, lang: Lang): string {
  const {
    secretariat: { criteria: t },
    common,
  } = texts(lang);
  return [
    t.sections[part],
    t.answers[kind],
    required ? t.required : common.optional,
    word_limit ? t.words(word_limit) : '',
  ]
    .filter(Boolean)
    .join(', ');
}

interface Item {
  id: string;
  name: string;
  about: string;
  note: string;
  /** Its place, from one, among so many. */
  at: number;
  all: number;
  kind: 'kriterium' | 'sporsmal';
}
function item(
  { id, name, about, note, at, all, kind }: Item,
  { edition, mayConfigure, mayAmend }: CriteriaView,
  lang: Lang,
): Html {
  const {
    secretariat: { criteria: t },
    common,
  } = texts(lang);
  const here = `${editionHref(edition.id, 'criteria')}/${kind}/${id}`;
  const named = (label: string) => html`${label}${srOnly(`: ${name}`)}`;
  const act = (what: string, label: string, ask?: string) =>
    actionForm({
      action: `${here}/${what}`,
      label: named(label),
      kind: 'tertiary',
      small: true,
      version: edition.version,
      ...(ask ? { ask } : {}),
    });
  return html`<strong>${name}</strong>${about && paragraph(about, 'muted')}${paragraph(note, 'small')}${
    mayConfigure &&
    actions(
      buttonLink({ href: here, label: named(common.edit), kind: 'secondary', small: true }),
      at > 1 && act('opp', t.up),
      at < all && act('ned', t.down),
      all > 2 && placeForm({ action: `${here}/plass`, version: edition.version, id, name, at, all }, lang),
      act('fjern', t.remove, t.removeAsk),
    )
  }${
    mayAmend &&
    actions(
      buttonLink({
        href: `${editionHref(edition.id, 'criteria')}/endre/${kind}/${id}`,
        label: named(common.edit),
        kind: 'secondary',
        small: true,
      }),
    )
  }`;
}

/** The field of the place: its own name, for it has its own label on the page. */
const placeField = (id: string): string => `to-${id}`;

/** To any place at once: many presses of "up" are many pages. */
function placeForm(
  one: { action: string; version: number; id: string; name: string; at: number; all: number },
  lang: Lang,
): Html {
  const { criteria: t } = texts(lang).secretariat;
  return form({
    action: one.action,
    version: one.version,
    inline: true,
    body: html`${select({
      name: placeField(one.id),
      label: html`${t.place}${srOnly(`: ${one.name}`)}`,
      value: String(one.at),
      options: Array.from({ length: one.all }, (_, i) => ({ value: String(i + 1), label: String(i + 1) })),
    })}${button({ label: html`${t.move}${srOnly(`: ${one.name}`)}`, kind: 'tertiary', small: true })}`,
  });
}
