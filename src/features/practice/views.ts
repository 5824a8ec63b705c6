/** Making a practice edition, going into it, and purging it. */
import {
  actionForm,
  actions,
  alert,
  button,
  buttonLink,
  checkbox,
  emptyState,
  errorsByField,
  errorSummary,
  form,
  pageHead,
  paragraph,
  section,
  select,
  statusMessage,
  time,
} from '../../ui/components/index.ts';
import type { FormError } from '../../ui/components/forms.ts';
import { html, type Html } from '../../ui/html.ts';
import type { Page } from '../../ui/layout.ts';
import { formatDateTime } from '../../ui/text/format.ts';
import { texts, type Lang } from '../../ui/text/index.ts';
import type { PlayedOut, PracticeView } from './schema.ts';

interface Shown extends PracticeView {
  errors: readonly FormError[];
  done?: 'made' | 'purged';
  played?: PlayedOut;
}

export function practicePage(view: Shown, lang: Lang): Page {
  const { practice: t, secretariat } = texts(lang);
  const { errors, done, played, run, available } = view;
  const main = run
    ? underWay(view, lang)
    : available
      ? make(view, lang)
      : emptyState({ title: t.unavailable, body: t.unavailableBody });
  return {
    title: t.title,
    failed: errors.length > 0,
    breadcrumbs: [{ label: secretariat.title, href: '/sekretariat' }, { label: t.title }],
    main: html`${errorSummary(errors, texts(lang), { sure: t.sure, editionId: t.copyOf })}${pageHead({ title: t.title, lead: t.lead })}
${done && statusMessage(t.done[done])}${played && statusMessage(t.played(played))}${main}`,
  };
}

function make({ editions, errors }: Shown, lang: Lang): Html {
  const { practice: t, secretariat } = texts(lang);
  if (editions.length === 0) return emptyState({ title: t.noEdition, body: t.noEditionBody });
  return form({
    action: '/ovelse',
    body: html`${select({
      name: 'editionId',
      label: t.copyOf,
      hint: t.copyOfHelp,
      options: editions.map(({ id, year }) => ({ value: id, label: secretariat.edition(year) })),
      value: editions[0]?.id ?? '',
      error: errorsByField(errors)['editionId'],
    })}${paragraph(t.takesTime)}${button({ label: t.make })}`,
  });
}

function underWay({ run, errors }: Shown, lang: Lang): Html {
  const { practice: t, secretariat } = texts(lang);
  if (!run) return html``;
  return html`${paragraph(html`${t.madeOf(secretariat.edition(run.year), run.madeBy)} ${time(run.madeAt, formatDateTime(run.madeAt, lang))}.`)}
${actions(buttonLink({ href: '/ovelse/dev', label: t.enter }))}
${section({
  title: t.othersTitle,
  id: 'andre',
  body: html`${paragraph(t.othersBody)}${actionForm({ action: '/ovelse-videre', label: t.others })}`,
})}
${section({
  title: t.purgeTitle,
  id: 'slett',
  body: form({
    action: '/ovelse-slett',
    body: html`${alert({ tone: 'warning', body: paragraph(t.purgeBody) })}${checkbox({ name: 'sure', value: 'yes', label: t.sure, error: errorsByField(errors)['sure'] })}${button({ label: t.purge, kind: 'danger' })}`,
  }),
})}`;
}
