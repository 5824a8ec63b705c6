/** Those who are let in for one task of a year, and letting in another. */
import {
  actionForm,
  actions,
  button,
  errorsByField,
  errorSummary,
  form,
  link,
  pageHead,
  paragraph,
  radioGroup,
  section,
  statusMessage,
  table,
  tag,
  textField,
  type FormError,
} from '../../ui/components/index.ts';
import { editionCrumbs, editionHref, limitedRolesHref } from '../../ui/edition-nav.ts';
import { html, type Html } from '../../ui/html.ts';
import type { Page } from '../../ui/layout.ts';
import { formatDateTime, formatDeadline } from '../../ui/text/format.ts';
import { texts, type Lang } from '../../ui/text/index.ts';
import type { LimitedGrant } from './schema.ts';
import { labelsOf, textsOf } from './views-role.ts';
import { languageChoice } from './views.ts';

export interface LimitedView {
  edition: { id: string; year: number };
  grants: readonly LimitedGrant[];
  /** Which can be given now. */
  roles: readonly LimitedGrant['role'][];
  /** What has just been done. */
  done: string | null;
  written: Readonly<Record<string, string>>;
  errors: readonly FormError[];
}

export function limitedPage(view: LimitedView, lang: Lang): Page {
  const t = texts(lang);
  const own = t.confidence.limited;
  const { edition, grants, errors, done } = view;
  const said: Record<string, string> = {
    gitt: textsOf(lang).granted,
    'uten-brev': textsOf(lang).grantedWithoutLetter,
    avsluttet: textsOf(lang).ended,
  };
  return {
    title: own.title,
    wide: true,
    failed: errors.length > 0,
    breadcrumbs: editionCrumbs(edition, own.title, lang),
    main: html`${errorSummary(errors, t, labelsOf(lang))}${pageHead({ title: own.title, lead: own.lead, over: t.secretariat.edition(edition.year) })}
${done && said[done] && statusMessage(said[done])}
${section({ title: own.now, id: 'na', body: grants.length ? grantsTable(edition.id, grants, lang) : paragraph(own.nobody) })}
${section({ title: own.give, id: 'gi', body: giving(view, lang) })}
<p>${link(editionHref(edition.id, 'earlyReaders'), t.secretariat.nav.earlyReaders)}</p>`,
  };
}

function grantsTable(editionId: string, grants: readonly LimitedGrant[], lang: Lang): Html {
  const { early } = texts(lang).confidence;
  const own = textsOf(lang);
  return table<LimitedGrant>({
    caption: early.caption,
    hideCaption: true,
    rows: grants,
    columns: [
      {
        header: early.person,
        names: true,
        cell: ({ name, email, rests }) =>
          html`${name || email}${rests && html` ${tag(early.states.rests)}`}${name && paragraph(email, 'small')}${rests && paragraph(early.rests, 'small')}`,
      },
      { header: own.columnRole, cell: ({ role }) => own.roles[role] },
      {
        header: own.columnPeriod,
        cell: ({ from, until }) =>
          until
            ? own.fromTo(formatDateTime(from, lang), formatDeadline(until, lang))
            : own.fromOn(formatDateTime(from, lang)),
      },
      { header: early.letIn, cell: ({ givenBy }) => givenBy ?? early.byService },
      {
        header: own.columnAction,
        cell: ({ id, role }) =>
          actionForm({
            action: `${limitedRolesHref(editionId)}/${id}/avslutt`,
            label: own.end(own.roles[role]),
            kind: 'danger',
            small: true,
            ask: own.endAsk,
          }),
      },
    ],
  });
}

function giving({ edition, roles, written, errors }: LimitedView, lang: Lang): Html {
  const t = texts(lang);
  const own = textsOf(lang);
  const error = errorsByField(errors);
  const { optional } = t.common;
  return form({
    action: limitedRolesHref(edition.id),
    body: html`${textField({ name: 'email', label: t.signIn.email, type: 'email', inputmode: 'email', value: written['email'] ?? '', error: error['email'], width: 'medium' })}
${textField({ name: 'name', label: own.name, value: written['name'] ?? '', error: error['name'], width: 'medium', maxlength: 100, optional })}
${languageChoice(own.language, written['language'] ?? '', error['language'])}
${radioGroup({ name: 'role', legend: own.role, value: written['role'] ?? '', error: error['role'], options: roles.map((role) => ({ value: role, label: own.roles[role], hint: own.roleHints[role] })) })}
${roles.includes('auditor') ? '' : paragraph(t.confidence.limited.auditorLater, 'muted')}
${textField({ name: 'from', label: own.from, hint: own.fromHint, type: 'date', value: written['from'] ?? '', error: error['from'], width: 'short', optional })}
${textField({ name: 'until', label: own.until, hint: t.confidence.limited.untilHint, type: 'date', value: written['until'] ?? '', error: error['until'], width: 'short' })}
${actions(button({ label: own.grantButton }))}`,
  });
}
