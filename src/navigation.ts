/** Where the pages lead: the menu of the public, of whoever is signed in, and the foot of every page. */
import type { FastifyRequest } from 'fastify';
import { barrierPath } from './features/barriers/schema.ts';
import { fieldId } from './ui/components/fields.ts';
import type { NavItem } from './ui/layout.ts';
import { texts, type Lang } from './ui/text/index.ts';

export function publicNavigation(lang: Lang): NavItem[] {
  const { nav } = texts(lang).common;
  return [
    { href: '/utlysning', label: nav.call },
    { href: '/historie', label: nav.history },
  ];
}

export function footerLinks(lang: Lang): NavItem[] {
  const { nav } = texts(lang).common;
  return [
    { href: '/slik-kan-du-kontrollere', label: nav.check },
    { href: '/personvern', label: nav.privacy },
    { href: '/tilgjengelighet', label: nav.accessibility },
    { href: barrierPath, label: nav.barrier },
  ];
}

/**
 * "I have just discovered a connection": one press on every page of a juror. From the page of an application it leads to the
 * question about that one.
 */
export function discoveredLink({ actor, url }: Pick<FastifyRequest, 'actor' | 'url'>): string | null {
  if (!actor?.roles.includes('juror')) return null;
  const path = url.split('?')[0] ?? '';
  if (path === '/jury/habilitet') return null;
  const [, id] = /^\/jury\/(?:soknad|resultat)\/([0-9a-f-]{36})/.exec(path) ?? [];
  return id ? `/jury/habilitet?oppdaget=${id}#${fieldId(`answer-${id}`)}` : '/jury/habilitet?oppdaget=1';
}

/** Drawn from what the person is; what each page shows is decided by the policy. */
export function navigation({ actor, lang }: FastifyRequest): NavItem[] {
  const { nav } = texts(lang).common;
  if (!actor) return publicNavigation(lang);
  const is = (...roles: string[]) => roles.some((role) => actor.roles.includes(role));
  return [
    { href: '/min-side', label: nav.myPage },
    ...(is('juror') ? [{ href: '/jury', label: nav.jury }] : []),
    ...(is('secretary', 'leader', 'communications', 'auditor')
      ? [{ href: '/sekretariat', label: nav.secretariat }]
      : []),
    ...(is('embargoReader') ? [{ href: '/embargo', label: nav.embargo }] : []),
    ...(is('applicant', 'juror', 'secretary') ? [{ href: '/sok', label: nav.search }] : []),
    ...(is('administrator') ? [{ href: '/administrasjon', label: nav.administration }] : []),
  ];
}
