/** The applicant's page of help: the adviser's card, who can read the draft, and what was asked of the secretariat. */
import {
  actionForm,
  actions,
  alert,
  button,
  card,
  descriptionList,
  details,
  errorsByField,
  errorSummary,
  form,
  hidden,
  link,
  list,
  pageHead,
  paragraph,
  section,
  stack,
  statusMessage,
  textArea,
  type FormError,
} from '../../ui/components/index.ts';
import { html, nothing, type Html } from '../../ui/html.ts';
import type { Page } from '../../ui/layout.ts';
import { nominationCrumbs } from '../../ui/nomination-nav.ts';
import { formatDateTime } from '../../ui/text/format.ts';
import { texts, type Lang } from '../../ui/text/index.ts';
import type { Access, HelpRequest, RegionCard } from './schema.ts';
import { messagesView } from './views-messages.ts';

export type Done = 'given' | 'ended' | 'asked' | 'closed';
export interface HelpView {
  row: { id: string; organisation_name: string };
  regions: readonly RegionCard[];
  access: readonly Access[];
  /** Advisers who have told of a connection to the applicant. The page says that they do not read it, and not why. */
  out: ReadonlySet<string>;
  requests: readonly HelpRequest[];
  /** The application can still be worked on: help can be asked for. */
  open: boolean;
  text: string;
  errors: readonly FormError[];
  done: Done | null;
}

export function helpPage(view: HelpView, lang: Lang): Page {
  const t = texts(lang);
  const own = t.guidance;
  const { row, errors, done } = view;
  const said =
    done &&
    { given: own.adviser.given, ended: own.adviser.ended, asked: own.help.asked, closed: own.help.closed }[
      done
    ];
  return {
    title: own.title,
    failed: errors.length > 0,
    breadcrumbs: nominationCrumbs(row, own.title, lang),
    main: stack(
      errorSummary(errors, t),
      said && statusMessage(said),
      pageHead({ title: own.title, over: row.organisation_name, lead: own.lead }),
      advisers(view, lang),
      secretariat(view, lang),
      html`<p>${link(`/soknad/${row.id}`, t.nominations.receipt.toApplication)}</p>`,
    ),
  };
}

function advisers(view: HelpView, lang: Lang): Html {
  const own = texts(lang).guidance.adviser;
  const several = view.regions.length > 1;
  // Of many, those that have somebody.
  const shown = several ? view.regions.filter(({ adviser }) => adviser) : view.regions;
  const cards = shown.map((region) => adviserCard(region, view, lang));
  const isOpen = view.access.some(({ endedAt }) => !endedAt);
  const list =
    several && shown.length > 0
      ? details({ summary: own.several, body: html`${cards}`, open: isOpen })
      : html`${cards}`;
  return section({
    title: several ? own.several : own.title,
    id: 'veileder',
    body: html`${paragraph(shown.length === 0 ? own.none : several ? own.severalLead : own.lead)}${list}${formerAccess(view, lang)}`,
  });
}

function adviserCard({ id, name, adviser }: RegionCard, view: HelpView, lang: Lang): Html {
  const own = texts(lang).guidance.adviser;
  const over = name[lang] ?? name['nb'] ?? '';
  if (!adviser) return card({ level: 3, title: over, body: paragraph(own.none) });
  const out = view.out.has(adviser.id);
  const access = view.access.find(({ personId, endedAt }) => personId === adviser.id && !endedAt);
  const body = html`${descriptionList([
    [own.email, link(`mailto:${adviser.email}`, adviser.email)],
    [own.phone, adviser.phone && link(`tel:${adviser.phone.replaceAll(/[^\d+]/g, '')}`, adviser.phone)],
  ])}${
    out
      ? alert({ tone: 'warning', body: paragraph(own.cannot(adviser.name)) })
      : access
        ? alert({
            tone: 'success',
            body: paragraph(own.can(access.givenBy, formatDateTime(access.givenAt, lang))),
          })
        : view.open && paragraph(own.giveHint, 'small')
  }`;
  const act = (label: string, fields: Record<string, string>) =>
    actionForm({ action: `/soknad/${view.row.id}/hjelp/veileder`, label, fields });
  return card({
    level: 3,
    title: adviser.name,
    over,
    body,
    foot: view.open
      ? access
        ? act(own.end(adviser.name), { end: adviser.id })
        : out
          ? nothing
          : act(own.give(adviser.name), { give: id })
      : nothing,
  });
}

/** An access that ended, and one of somebody whose card is not here any more. */
function formerAccess({ access, row, open, regions }: HelpView, lang: Lang): Html {
  const own = texts(lang).guidance.adviser;
  const shown = new Set(regions.flatMap(({ adviser }) => adviser?.id ?? []));
  const others = access.filter(({ personId, endedAt }) => !endedAt && !shown.has(personId));
  const ended = access.filter(({ endedAt }) => endedAt);
  const lines = ended.map(({ name, givenAt, endedAt }) =>
    own.could(name, formatDateTime(givenAt, lang), formatDateTime(endedAt ?? givenAt, lang)),
  );
  return html`${others.map(({ personId, name, givenBy, givenAt, out }) =>
    card({
      level: 3,
      title: name,
      body: paragraph(out ? own.cannot(name) : own.can(givenBy, formatDateTime(givenAt, lang))),
      foot: open
        ? actionForm({
            action: `/soknad/${row.id}/hjelp/veileder`,
            label: own.end(name),
            fields: { end: personId },
          })
        : nothing,
    }),
  )}${lines.length > 0 && details({ summary: own.former, body: list(lines) })}`;
}

function secretariat(view: HelpView, lang: Lang): Html {
  const own = texts(lang).guidance.help;
  const [latest, ...before] = view.requests;
  const current = latest && latest.closedAt === null ? latest : undefined;
  const earlier = current ? before : view.requests;
  return section({
    title: own.title,
    id: 'sekretariatet',
    body: html`${paragraph(own.lead)}${current && openRequest(current, view, lang)}${
      !current && view.open && askForm(view, own.ask, lang)
    }${
      earlier.length > 0 &&
      details({ summary: own.earlier, body: html`${earlier.map((request) => messagesView(request, lang))}` })
    }`,
  });
}

const openRequest = (request: HelpRequest, view: HelpView, lang: Lang): Html => {
  const own = texts(lang).guidance.help;
  return html`${alert({ tone: 'warning', body: paragraph(own.open) })}${messagesView(request, lang)}${
    view.open &&
    html`${details({ summary: own.more, open: view.errors.length > 0, body: askForm(view, own.send, lang) })}${actionForm(
      {
        action: `/soknad/${view.row.id}/hjelp/sekretariatet`,
        label: own.close,
        fields: { do: 'close' },
      },
    )}${paragraph(own.closeHint, 'small')}`
  }`;
};

function askForm({ row, text, errors }: HelpView, label: string, lang: Lang): Html {
  const own = texts(lang).guidance.help;
  return form({
    action: `/soknad/${row.id}/hjelp/sekretariatet`,
    label: own.title,
    body: html`${hidden('do', 'ask')}${textArea({
      name: 'text',
      label: own.text,
      hint: own.textHint,
      rows: 4,
      value: text,
      error: errorsByField(errors)['text'],
    })}${actions(button({ label, kind: 'secondary' }))}`,
  });
}
