/** The parts of an application as tasks: how each stands; of a returned one, which are open and what is asked for there. */
import { link, paragraph, progress, section, tag, taskRows } from '../../ui/components/index.ts';
import { confirmationTag } from '../../ui/confirmation.ts';
import { html, nothing, type Html } from '../../ui/html.ts';
import { formatList } from '../../ui/text/format.ts';
import { texts, type Lang } from '../../ui/text/index.ts';
import type { Overview, Part } from './views.ts';

interface Task {
  href: string;
  label: Html | string;
  about: Html | string;
  status: Html;
  /** The parts that a return may ask for here. */
  parts: readonly string[];
}

export function taskList(view: Overview, lang: Lang): Html {
  const { row, progress: done, asked } = view;
  const own = texts(lang).nominations.overview;
  const tasks = tasksOf(view, lang);
  if (asked) return returnedList(tasks, asked, lang);
  return section({
    title: own.parts,
    id: 'deler',
    body: html`${progress({ label: own.progress, value: done.answered, max: done.required, shown: own.progressShown(done.answered, done.required), id: 'framdrift' })}${taskRows(tasks)}${view.earlier + view.old > 0 && html`<p>${link(`/soknad/${row.id}/tidligere`, view.earlier > 0 ? texts(lang).earlier.link : texts(lang).earlier.title)}</p>`}`,
  });
}

function tasksOf({ row, parts, documents, confirmations }: Overview, lang: Lang): Task[] {
  const t = texts(lang).nominations;
  const own = t.overview;
  const home = `/soknad/${row.id}`;
  return [
    {
      href: `${home}/soker`,
      label: texts(lang).organisations.title,
      about: texts(lang).organisations.lead,
      status: row.organisation_number ? tag(own.complete, 'success') : tag(own.optionalPart),
      parts: ['applicant'],
    },
    ...parts.map((part) => ({
      href: `${home}/del/${part.slug}`,
      label: part.number === null ? t.sections[part.section] : `${part.number}. ${inOwn(part.label, lang)}`,
      about: aboutPart(part, lang),
      status: statusOf(part, lang),
      parts: part.ids,
    })),
    {
      href: `${home}/vedlegg`,
      label: own.documents,
      about: own.documentsLead,
      status: tag(own.documentCount(documents), documents ? 'success' : 'neutral'),
      parts: ['documents'],
    },
    ...(confirmations.length > 0
      ? [
          {
            href: `${home}/bekreftelser`,
            label: texts(lang).confirmations.title,
            about: texts(lang).confirmations.taskLead,
            status: confirmationTag(worst(confirmations), lang),
            parts: ['confirmations'],
          },
        ]
      : []),
  ];
}

/** What is asked for first, each with its word; then everything else, to be read. */
function returnedList(tasks: readonly Task[], asked: NonNullable<Overview['asked']>, lang: Lang): Html {
  const own = texts(lang).completion.overview;
  const mine = ({ parts }: Task) => asked.filter(({ part }) => parts.includes(part));
  const open = tasks
    .filter((task) => mine(task).length > 0)
    .map((task) => ({
      ...task,
      about: wanted(mine(task), task.parts.length > 1, lang),
      status: tag(own.openTag, 'warning'),
    }));
  const locked = tasks
    .filter((task) => mine(task).length === 0)
    .map((task) => ({ ...task, about: '', status: tag(own.lockedTag) }));
  return html`${section({ title: own.open, id: 'deler', body: html`${paragraph(own.openLead, 'muted')}${taskRows(open)}` })}${
    locked.length > 0 &&
    section({
      title: own.locked,
      id: 'last',
      body: html`${paragraph(own.lockedLead, 'muted')}${taskRows(locked)}`,
    })
  }`;
}

/** The secretariat's words, with the question where the page has several. */
const wanted = (asked: NonNullable<Overview['asked']>, several: boolean, lang: Lang): Html =>
  html`${asked.map(({ question, note }, i) => {
    const words = several && question ? texts(lang).completion.overview.about(question, note) : note;
    return html`${i > 0 ? html`<br>` : nothing}${words}`;
  })}`;

/** Of several confirmations, the one that most needs doing. */
const worst = (all: Overview['confirmations']) =>
  (['declined', 'notAsked', 'asked'] as const).find((state) => all.some((one) => one.state === state)) ??
  'confirmed';

const inOwn = (label: Record<string, { label: string }> | null, lang: Lang): string =>
  (label?.[lang] ?? label?.['nb'])?.label ?? '';

/** What is missing by name, who is there now, and how much is written. */
function aboutPart({ section, number, missing, tooLong, words, here, answered }: Part, lang: Lang): Html {
  const t = texts(lang);
  const own = t.writing.steps;
  const named = (labels: readonly Record<string, { label: string }>[]) =>
    labels.map((each) => `«${inOwn(each, lang)}»`).join(', ');
  const lines = [
    number === null && answered === 0 && t.nominations.sectionLeads[section],
    number === null && answered > 0 && missing.length > 0 && own.missing(named(missing)),
    number === null && tooLong.length > 0 && own.tooLong(named(tooLong)),
    words && words.count > 0 && own.words(words.count, words.max),
    here.length > 0 && html`<strong>${own.here(formatList(here, lang))}</strong>`,
  ].filter(Boolean);
  return html`${lines.map((line, i) => html`${i > 0 && html`<br>`}${line}`)}`;
}

function statusOf({ missing, tooLong, required, answered, questions, number }: Part, lang: Lang): Html {
  const t = texts(lang);
  const own = t.nominations.overview;
  if (tooLong.length) return tag(own.tooLong(tooLong.length), 'danger');
  if (missing.length && answered === 0) return tag(t.writing.steps.notBegun);
  if (missing.length) return tag(own.missing(missing.length), 'warning');
  if (required || number !== null) return tag(own.complete, 'success');
  return answered ? tag(t.writing.steps.answered(answered, questions), 'success') : tag(own.optionalPart);
}
