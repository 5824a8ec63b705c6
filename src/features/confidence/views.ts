/** The rules of confidence for whoever has a role. */
import {
  actions,
  buttonLink,
  errorSummary,
  hidden,
  pageHead,
  paragraph,
  section,
  statusMessage,
  list,
  type FormError,
} from '../../ui/components/index.ts';
import { confidenceRules } from '../../ui/confidence.ts';
import type { Page } from '../../ui/layout.ts';
import { texts, type Lang } from '../../ui/text/index.ts';
import type { MyRole } from './schema.ts';

export interface RoleConfidenceView {
  roles: readonly MyRole[];
  /** The page one was on the way to. */
  til: string;
  done: boolean;
  errors: readonly FormError[];
}

export function roleConfidencePage({ roles, til, done, errors }: RoleConfidenceView, lang: Lang): Page {
  const t = texts(lang);
  const { role: own } = t.confidence;
  const { administration } = t.people;
  const waiting = roles.some(({ confirmedAt }) => confirmedAt === null);
  const confirmedAt = waiting ? null : (roles[0]?.confirmedAt ?? null);
  const named = roles.map(({ role, year }) =>
    year === null ? administration.roles[role] : administration.ofEdition(administration.roles[role], year),
  );
  return {
    title: t.jury.confidence.title,
    failed: errors.length > 0,
    main: [
      errorSummary(errors, t),
      pageHead({ title: t.jury.confidence.title, lead: waiting ? own.lead : '' }),
      done && !waiting
        ? [statusMessage(own.done), actions(buttonLink({ href: '/min-side', label: own.toMyPage }))]
        : '',
      roles.length
        ? [
            section({ title: own.mine, id: 'roller', body: list(named) }),
            confidenceRules(
              { action: '/min-side/fortrolighet', confirmedAt, errors, fields: hidden('til', til) },
              lang,
            ),
          ]
        : paragraph(own.none),
    ],
  };
}
