/** Deleting one's own account: what goes, what stays and why, or what has to end first. */
import {
  actions,
  alert,
  buttonLink,
  checkbox,
  confirmForm,
  errorsByField,
  errorSummary,
  link,
  list,
  pageHead,
  paragraph,
  section,
  stack,
  type FormError,
} from '../../ui/components/index.ts';
import { html } from '../../ui/html.ts';
import type { Page } from '../../ui/layout.ts';
import { publicHref } from '../../ui/links.ts';
import { formatDate } from '../../ui/text/format.ts';
import { texts, type Lang } from '../../ui/text/index.ts';
import { accountPath, type AccountState, type Bond } from './schema-account.ts';

const PROFILE = '/min-side/profil';

export function accountPage(
  { bonds, nameStays, errors }: AccountState & { errors: readonly FormError[] },
  lang: Lang,
): Page {
  const t = texts(lang);
  const own = t.account;
  const crumbs = [
    { label: t.people.myPage.title, href: '/min-side' },
    { label: t.people.profile.title, href: PROFILE },
    { label: own.title },
  ];
  const more = paragraph(link(publicHref(lang, '/personvern/lagring'), t.retention.record.title));
  if (bonds.length > 0)
    return {
      title: own.title,
      breadcrumbs: crumbs,
      main: stack(
        pageHead({ title: own.title, lead: own.needed }),
        section({ title: own.whyTitle, id: 'hvorfor', body: list(bonds.map((one) => bondText(one, lang))) }),
        paragraph(own.whenDone),
        more,
        actions(buttonLink({ href: PROFILE, label: own.back, kind: 'secondary' })),
      ),
    };
  return {
    title: own.title,
    breadcrumbs: crumbs,
    failed: errors.length > 0,
    main: html`${errorSummary(errors, t, { sure: own.sure })}${confirmForm({
      action: accountPath,
      title: own.title,
      body: html`${paragraph(own.lead)}
${section({ title: own.goesTitle, id: 'bort', body: list(own.goes) })}
${section({ title: own.staysTitle, id: 'star', body: html`${list([...(nameStays ? [own.nameStays] : []), ...own.stays])}${more}` })}`,
      fields: html`${alert({ tone: 'warning', body: paragraph(own.final) })}${checkbox({ name: 'sure', value: 'yes', label: own.sure, error: errorsByField(errors)['sure'] })}`,
      confirm: own.erase,
      kind: 'danger',
      cancel: own.back,
      cancelHref: PROFILE,
    })}`,
  };
}

/** What holds somebody, and when or how it ends. */
function bondText({ kind, name, year, until }: Bond, lang: Lang): string {
  const t = texts(lang);
  const own = t.account.bonds;
  switch (kind) {
    case 'role':
      return own.role(
        t.people.administration.roles[name as keyof typeof t.people.administration.roles],
        until && formatDate(until, lang),
      );
    case 'seat':
      return own.seat(year ?? 0);
    case 'application':
      return own.application(name ?? '', year ?? 0);
    default:
      return own.region;
  }
}
