/** One short page of the form. Saves by itself where scripts run, and with its buttons everywhere. */
import {
  actions,
  alert,
  button,
  buttonLink,
  clashTemplate,
  countdown,
  errorsByField,
  errorSummary,
  form,
  link,
  liveNote,
  pageHead,
  paragraph,
  question as questionBox,
  saveLine,
  section,
  stack,
  statusMessage,
  type FormError,
} from '../../ui/components/index.ts';
import { autosaveSettings } from '../../ui/autosave.ts';
import { html, nothing, type Html } from '../../ui/html.ts';
import type { Page } from '../../ui/layout.ts';
import { deviceNote } from '../../ui/device-note.ts';
import { nominationCrumbs } from '../../ui/nomination-nav.ts';
import { submissionView, type SubmissionContent } from '../../ui/submission.ts';
import { wantedHere } from '../../ui/returned-parts.ts';
import { texts, type Lang } from '../../ui/text/index.ts';
import { ANSWER_LENGTH, type Field, type NominationRow } from '../nominations/schema.ts';
import { fieldNames, slugOfSection, type Step } from './schema-steps.ts';
import { clashView, type ClashView } from './views-clash.ts';
import { fieldView, textOf } from './views-fields.ts';

export interface SectionView {
  row: Pick<NominationRow, 'id' | 'organisation_name' | 'language'>;
  step: Step;
  /** The fields that can be changed, as they are shown: stored, or as the person wrote them. */
  fields: readonly Field[];
  /** Questions of this page that are locked: their answers, to be read. */
  locked: SubmissionContent | null;
  /** What the secretariat asks for, by question, where the application was returned. */
  wanted: ReadonlyMap<string, string>;
  clashes: ReadonlyMap<string, ClashView>;
  errors: readonly FormError[];
  /** Ids of questions whose answer holds a person's identity number: it can be saved, and not be sent in. */
  withNumbers: ReadonlySet<string>;
  deadline: Date;
  now: Date;
  /** "kl. 12.03" when the page answers a save. */
  savedAt: string | null;
  cleaned: boolean;
  /** The table that gets more empty rows. */
  moreRows: string | null;
  /** Whose text the browser keeps. */
  me: string;
  /** Others use this device: nothing is kept in its browser. */
  shared: boolean;
  /** Where a preview of the form begins: it saves nothing. Null for an application. */
  previewAt: string | null;
}

const homeOf = ({ row, previewAt }: Pick<SectionView, 'row' | 'previewAt'>): string =>
  previewAt ?? `/soknad/${row.id}`;
const here = (view: Pick<SectionView, 'row' | 'step' | 'previewAt'>): string =>
  `${homeOf(view)}/del/${view.step.slug}`;

export function sectionPage(view: SectionView, lang: Lang): Page {
  const t = texts(lang);
  const { row, step, clashes, errors, savedAt, cleaned } = view;
  const { title, over, lead } = headOf(view, lang);
  const saved =
    savedAt !== null &&
    html`${t.nominations.form.savedAt(savedAt)}${cleaned && ` ${t.writing.autosave.cleaned}`}`;
  return {
    title,
    wide: clashes.size > 0,
    failed: errors.length > 0,
    breadcrumbs: nominationCrumbs(row, title, lang),
    main: stack(
      clashes.size > 0
        ? alert({
            tone: 'warning',
            role: 'alert',
            title: t.nominations.clash.title,
            body: paragraph(t.nominations.clash.lead),
          })
        : errorSummary(errors, t),
      saved && statusMessage(saved),
      pageHead({ title, over, lead }),
      countdown({ at: view.deadline, now: view.now, lang, label: t.nominations.overview.deadline }),
      liveNote('here'),
      form({
        action: view.previewAt === null ? here(view) : `${here(view)}?sprak=${lang}`,
        id: 'del',
        autosave: autosaveOf(view, lang),
        body: html`${liveNote('restored')}${view.fields.map((field) => answerBox(field, view, lang))}${buttons(view, lang)}`,
      }),
      view.locked &&
        section({
          title: t.completion.form.others,
          body: submissionView(view.locked, { lang, language: row.language, level: 3 }),
        }),
      step.number !== null &&
        html`<p>${link(`${homeOf(view)}/del/${slugOfSection(step.section)}`, t.writing.steps.allOnOne)}</p>`,
      view.previewAt === null && deviceNote(view.shared, here(view), lang),
      clashTemplate({
        note: t.writing.clash.nothingLost,
        buttons: [
          { value: 'mine', label: t.writing.clash.keepMine },
          { value: 'theirs', label: t.writing.clash.keepStored },
          { value: 'both', label: t.writing.clash.join },
        ],
      }),
    ),
  };
}

function headOf({ row, step }: Pick<SectionView, 'row' | 'step'>, lang: Lang) {
  const t = texts(lang);
  const { section, number, of } = step;
  const part = t.nominations.sections[section];
  if (number === null)
    return { title: part, over: row.organisation_name, lead: t.nominations.sectionLeads[section] };
  return {
    title: `${part}: ${t.writing.steps.questionOf(number, of).toLowerCase()}`,
    over: row.organisation_name,
  };
}

function answerBox(field: Field, view: SectionView, lang: Lang): Html {
  const { question } = field;
  const names = fieldNames(question.id);
  const clash = view.clashes.get(question.id);
  const own = {
    field,
    language: view.row.language,
    error: clash
      ? undefined
      : (errorsByField(view.errors)[names.answer] ??
        (view.withNumbers.has(question.id) ? texts(lang).reading.identityNumberHere : undefined)),
    moreRows: view.moreRows === question.id,
  };
  if (clash) return clashView(own, clash, lang);
  return questionBox({
    id: question.id,
    kind: question.kind,
    label: textOf(question, lang).label,
    body: html`${wantedHere(view.wanted.get(question.id), lang)}${fieldView(own, lang)}`,
    version: { name: names.version, value: field.version },
  });
}

function buttons(view: SectionView, lang: Lang): Html {
  const t = texts(lang);
  const own = t.nominations.form;
  return html`${saveLine()}${actions(
    button({ label: own.saveAndNext, name: 'then', value: 'next' }),
    button({ label: own.save, kind: 'secondary', name: 'then', value: 'stay' }),
    buttonLink({ href: homeOf(view), label: t.common.back, kind: 'tertiary' }),
  )}`;
}

/** Not when a conflict is being settled on the page, nor in a preview. */
function autosaveOf(view: SectionView, lang: Lang): object | undefined {
  if (view.clashes.size > 0 || view.previewAt !== null) return undefined;
  const { autosave, together, clash } = texts(lang).writing;
  return autosaveSettings({
    lang,
    place: 'answers',
    id: view.row.id,
    section: view.step.section,
    me: view.me,
    shared: view.shared,
    stored: view.errors.length === 0,
    max: ANSWER_LENGTH,
    here: here(view),
    words: {
      on: autosave.on,
      closed: autosave.closed,
      gone: autosave.gone,
      clash: autosave.clash,
      here: together.here('{name}'),
      inField: together.inField('{name}'),
      changed: together.changed('{name}', '{time}'),
      ownElsewhere: together.ownElsewhere('{time}'),
      clashTitle: clash.title('{name}'),
      keepTheirs: clash.keepTheirs('{name}'),
    },
  });
}

/** The page to read, when it cannot be written in. */
export function closedSectionPage(
  {
    row,
    step,
    content,
    locked,
  }: Pick<SectionView, 'row' | 'step'> & {
    content: SubmissionContent;
    /** Only this part is: others can be changed. */
    locked: boolean;
  },
  lang: Lang,
): Page {
  const t = texts(lang);
  const { title, over } = headOf({ row, step }, lang);
  return {
    title,
    breadcrumbs: nominationCrumbs(row, title, lang),
    main: stack(
      pageHead({ title, over }),
      alert({ body: paragraph(locked ? t.completion.closed : t.nominations.form.closed) }),
      submissionView(content, { lang, language: row.language }),
      nothing,
    ),
  };
}
