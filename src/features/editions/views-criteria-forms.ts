/** One criterion and one question to write in. */
import {
  actions,
  beside,
  button,
  checkbox,
  details,
  errorSummary,
  errorsByField,
  fieldset,
  form,
  link,
  pageHead,
  paragraph,
  radioGroup,
  section,
  select,
  showButton,
  shownPart,
  textArea,
  textField,
} from '../../ui/components/index.ts';
import type { FormError } from '../../ui/components/forms.ts';
import { editionCrumbs, editionHref } from '../../ui/edition-nav.ts';
import { attrs, html, type Html } from '../../ui/html.ts';
import type { Page } from '../../ui/layout.ts';
import { texts, type Lang } from '../../ui/text/index.ts';
import type { CriterionRow } from './schema.ts';
import { inOwn, type EditionOfForm } from './views-criteria.ts';

const langs = ['nb', 'nn', 'en'] as const;

export interface FormView {
  edition: EditionOfForm;
  /** `null` for a new one. */
  id: string | null;
  values: Readonly<Record<string, string>>;
  errors: readonly FormError[];
  /** What is written, as others will see it, in each language that it is written in. */
  shown: readonly { lang: Lang; body: Html }[];
}

export function criterionPage(view: FormView, lang: Lang): Page {
  const { secretariat: s } = texts(lang);
  const t = s.criteria;
  const errors = errorsByField(view.errors);
  const value = (name: string) => view.values[name] ?? '';
  const kinds = (['must', 'assessed', 'extra'] as const).map((kind) => ({
    value: kind,
    label: t.kinds[kind],
    hint: t.kindHints[kind],
  }));
  return formPage(
    view,
    'kriterium',
    view.id ? t.editTitle : t.add,
    html`${radioGroup({ name: 'kind', legend: t.kind, options: kinds, value: value('kind'), error: errors['kind'] })}
${textField({ name: 'weight', label: t.weight, hint: t.weightHint, value: value('weight'), inputmode: 'numeric', width: 'short', optional: texts(lang).common.optional, error: errors['weight'] })}
${criterionWords(view, lang)}`,
    lang,
  );
}

/** What it says, in each language. */
export function criterionWords(view: Pick<FormView, 'values' | 'errors'>, lang: Lang): Html {
  const { secretariat: s } = texts(lang);
  const t = s.criteria;
  const errors = errorsByField(view.errors);
  const value = (name: string) => view.values[name] ?? '';
  return html`${langs.map((each) =>
    languageFields(
      each,
      s.setup.languages[each],
      html`${textField({ name: `name-${each}`, label: t.name(s.setup.languages[each]), value: value(`name-${each}`), error: errors[`name-${each}`], ...optionalIn(each, lang) })}
${textArea({ name: `description-${each}`, label: t.description(s.setup.languages[each]), value: value(`description-${each}`), rows: 3, lang: each, error: errors[`description-${each}`], optional: texts(lang).common.optional })}
${textArea({ name: `prompts-${each}`, label: t.jurorPrompts(s.setup.languages[each]), value: value(`prompts-${each}`), rows: 3, lang: each, error: errors[`prompts-${each}`], optional: texts(lang).common.optional })}`,
    ),
  )}`;
}

export function questionPage(view: FormView & { criteria: readonly CriterionRow[] }, lang: Lang): Page {
  const { secretariat: s, common } = texts(lang);
  const t = s.criteria;
  const errors = errorsByField(view.errors);
  const value = (name: string) => view.values[name] ?? '';
  const choices = <K extends string>(words: Record<K, string>) =>
    (Object.keys(words) as K[]).map((key) => ({ value: key, label: words[key] }));
  return formPage(
    view,
    'sporsmal',
    view.id ? t.editQuestion : t.addQuestion,
    html`${radioGroup({ name: 'section', legend: t.section, options: choices(t.sections), value: value('section'), error: errors['section'] })}
${select({ name: 'criterionId', label: t.belongsTo, value: value('criterionId'), options: [{ value: '', label: t.noCriterion }, ...view.criteria.map(({ id, texts: own }) => ({ value: id, label: inOwn(own, lang).name }))], error: errors['criterionId'] })}
${radioGroup({ name: 'kind', legend: t.answer, options: choices(t.answers), value: value('kind'), error: errors['kind'], inline: true })}
${checkbox({ name: 'required', label: t.required, checked: value('required') !== '' })}
${paragraph(t.structured, 'small')}${textField({ name: 'wordLimit', label: t.wordLimit, value: value('wordLimit'), inputmode: 'numeric', width: 'short', optional: common.optional, error: errors['wordLimit'] })}
${questionWords(view, lang)}${shape(value, lang)}`,
    lang,
  );
}

/** What it asks, in each language. */
export function questionWords(view: Pick<FormView, 'values' | 'errors'>, lang: Lang): Html {
  const { secretariat: s, common } = texts(lang);
  const t = s.criteria;
  const errors = errorsByField(view.errors);
  const value = (name: string) => view.values[name] ?? '';
  return html`${langs.map((each) =>
    languageFields(
      each,
      s.setup.languages[each],
      html`${textField({ name: `label-${each}`, label: t.label(s.setup.languages[each]), value: value(`label-${each}`), error: errors[`label-${each}`], ...optionalIn(each, lang) })}
${textArea({ name: `help-${each}`, label: t.help(s.setup.languages[each]), value: value(`help-${each}`), rows: 3, lang: each, optional: common.optional })}
${textArea({ name: `prompts-${each}`, label: t.prompts(s.setup.languages[each]), value: value(`prompts-${each}`), rows: 4, lang: each, optional: common.optional })}`,
    ),
  )}`;
}

/** Only for a table and for choices: folded in where the question has neither. */
function shape(value: (name: string) => string, lang: Lang): Html {
  const { secretariat: s, common } = texts(lang);
  const t = s.criteria;
  const lines = (name: 'columns' | 'options', hint: string) =>
    langs.map((each) =>
      textArea({
        name: `${name}-${each}`,
        label: t[name](s.setup.languages[each]),
        hint,
        value: value(`${name}-${each}`),
        rows: 4,
        lang: each,
        optional: common.optional,
      }),
    );
  return html`${details({ summary: t.answers.table, open: value('kind') === 'table', body: lines('columns', t.columnsHint) })}${details(
    {
      summary: t.answers.choices,
      open: value('kind') === 'choices',
      body: html`${lines('options', t.optionsHint)}${checkbox({ name: 'other', label: t.other, checked: value('other') !== '' })}`,
    },
  )}`;
}

const optionalIn = (each: Lang, lang: Lang) =>
  each === 'en' ? { optional: texts(lang).common.optional } : {};
const languageFields = (_each: Lang, name: string, body: Html): Html => fieldset({ legend: name, body });

function formPage(
  { edition, id, errors, shown }: FormView,
  kind: 'kriterium' | 'sporsmal',
  title: string,
  body: Html,
  lang: Lang,
): Page {
  const { secretariat: s, common } = texts(lang);
  const here = editionHref(edition.id, 'criteria');
  const t = texts(lang).preview;
  const written = form({
    action: `${here}/${kind}/${id ?? 'ny'}`,
    version: edition.version,
    shows: SHOWN,
    body: html`${body}${actions(button({ label: common.save }), showButton(t.live.button), link(here, common.cancel))}`,
  });
  return {
    title,
    wide: true,
    failed: errors.length > 0,
    breadcrumbs: [
      ...editionCrumbs(edition, title, lang).slice(0, 2),
      { label: s.criteria.title, href: here },
      { label: title },
    ],
    main: html`${errorSummary(errors, texts(lang))}${pageHead({ title })}${beside(written, shownSection(kind, shown, lang))}`,
  };
}

/** Where the preview stands: the script puts a new one there while one writes. */
const SHOWN = 'slik-blir-det';

/** In one's own language open, the others to be opened. */
function shownSection(kind: 'kriterium' | 'sporsmal', shown: FormView['shown'], lang: Lang): Html {
  const t = texts(lang).preview;
  const { languages } = texts(lang).secretariat.setup;
  return section({
    title: kind === 'kriterium' ? t.title.ballot : t.title.form,
    id: 'forhandsvis',
    body: html`${paragraph(t.live.lead, 'muted')}${shownPart(
      SHOWN,
      shown.map(({ lang: each, body }) =>
        details({
          summary: t.live.inLanguage(languages[each]),
          open: each === lang,
          body: html`<div class="ep-stack"${attrs({ lang: each === lang ? null : each })}>${body}</div>`,
        }),
      ),
    )}`,
  });
}
