/** One's own pages: what waits, the profile, the keys for programs. */
import {
  actions,
  alert,
  button,
  buttonLink,
  card,
  emptyState,
  errorsByField,
  errorSummary,
  form,
  grid,
  hidden,
  link,
  pageHead,
  paragraph,
  radioGroup,
  rows,
  section,
  statusMessage,
  tag,
  textField,
  type FormError,
  type Tone,
} from '../../ui/components/index.ts';
import { taskRow } from '../../ui/task-row.ts';
import { html, nothing, type Html } from '../../ui/html.ts';
import type { Page } from '../../ui/layout.ts';
import { formatDateTime, formatDeadline } from '../../ui/text/format.ts';
import { LANGS, texts, type Lang } from '../../ui/text/index.ts';
import type { MyApplication, Waiting } from './schema.ts';

export interface MyPage extends Waiting {
  name: string;
  roles: readonly string[];
  /** Forms that were kept while the sign-in ran out. */
  kept: readonly { path: string; createdAt: Date }[];
}

export function myPage({ name, roles, kept, tasks, applications, openCall }: MyPage, lang: Lang): Page {
  const t = texts(lang);
  const own = t.people.myPage;
  const waiting = tasks.length
    ? rows(tasks.map((task) => taskRow(task, lang)))
    : emptyState({ title: own.nothingTitle, body: own.nothingBody, level: 3 });
  const call =
    openCall &&
    card({
      title: own.applyTitle(openCall.year),
      tinted: true,
      tone: 'accent',
      body: html`<p>${own.applyBody(formatDeadline(openCall.closesAt, lang))}</p>`,
      foot: buttonLink({
        href: '/soknad/ny',
        label: own.apply,
        kind: applications.length ? 'secondary' : 'primary',
      }),
    });
  return {
    title: own.title,
    main: [
      pageHead({ title: own.hello(name) }),
      kept.map((one) => keptNotice(one, lang)),
      section({ title: own.waitingTitle, id: 'venter', body: waiting }),
      applications.length
        ? section({
            title: own.applicationsTitle,
            id: 'soknader',
            body: rows(applications.map((one) => applicationRow(one, lang))),
          })
        : nothing,
      call,
      shortcuts(roles, lang),
      actions(link('/min-side/profil', own.profile), link('/min-side/nokler', own.tokens)),
    ],
  };
}

const tones: Partial<Record<MyApplication['state'], Tone>> = {
  submitted: 'success',
  returned: 'warning',
  admitted: 'success',
  finalist: 'accent',
  winner: 'accent',
  honourableMention: 'accent',
  finalistWithoutPrize: 'accent',
};

function applicationRow({ id, organisation, year, state, due }: MyApplication, lang: Lang): Html {
  const t = texts(lang);
  const own = t.people.myPage;
  const when = due && html`. ${own.due(formatDeadline(due, lang))}`;
  return html`${link(`/soknad/${id}`, organisation)} ${tag(t.nominations.states[state], tones[state])}${paragraph(html`${own.edition(year)}${when}`, 'small')}`;
}

function keptNotice({ path, createdAt }: MyPage['kept'][number], lang: Lang): Html {
  const own = texts(lang).signIn;
  return alert({
    tone: 'warning',
    title: own.keptTitle,
    body: html`<p>${own.keptNotice(formatDateTime(createdAt, lang))}</p><p>${link(path, own.keptOpen)}</p>`,
  });
}

function shortcuts(roles: readonly string[], lang: Lang): Html {
  const own = texts(lang).people.myPage;
  const places = [
    ['juror', '/jury', own.places.jury],
    ['chair', '/jury/leder', own.places.chair],
    ['secretary', '/sekretariat', own.places.secretariat],
    ['administrator', '/administrasjon', own.places.administration],
    ['communications', '/sekretariat', own.places.communications],
    ['embargoReader', '/embargo', own.places.embargo],
    ['auditor', '/sekretariat', own.places.auditor],
  ] as const;
  const mine = places.filter(([role]) => roles.includes(role));
  if (mine.length === 0) return nothing;
  const cards = mine.map(([, href, { title, body }]) =>
    card({ title, href, level: 3, body: html`<p>${body}</p>` }),
  );
  return section({ title: own.placesTitle, id: 'snarveier', body: grid(cards) });
}

export interface ProfileView {
  email: string;
  name: string;
  phone: string;
  language: string;
  errors: readonly FormError[];
  saved: boolean;
  /** The page one was on the way to, at the first sign-in. */
  onTheWayTo: string | null;
}

export function profilePage(view: ProfileView, lang: Lang): Page {
  const t = texts(lang);
  const own = t.people.profile;
  const error = errorsByField(view.errors);
  const title = view.onTheWayTo === null ? own.title : own.welcome;
  const labels = { name: own.name, phone: own.phone, language: own.language };
  return {
    title,
    failed: view.errors.length > 0,
    main: [
      errorSummary(view.errors, t, labels),
      pageHead({ title, lead: own.lead }),
      view.saved ? statusMessage(own.saved) : nothing,
      form({
        action: '/min-side/profil',
        body: html`${textField({ name: 'name', label: own.name, value: view.name, autocomplete: 'name', error: error['name'], width: 'medium', maxlength: 100 })}
${textField({ name: 'phone', label: own.phone, hint: own.phoneHint, type: 'tel', inputmode: 'tel', value: view.phone, autocomplete: 'tel', error: error['phone'], width: 'medium', optional: t.common.optional })}
${languageChoice(own.language, view.language, error['language'])}
${paragraph(html`${own.email}: ${view.email}`, 'muted')}
${view.onTheWayTo !== null && hidden('til', view.onTheWayTo)}${actions(button({ label: view.onTheWayTo === null ? t.common.save : own.continue }))}`,
      }),
      view.onTheWayTo === null
        ? section({
            title: t.retention.ownData.title,
            body: html`${paragraph(t.retention.ownData.lead)}${paragraph(link('/min-side/mine-opplysninger.json', t.retention.ownData.download, { download: true }))}${paragraph(link('/min-side/profil/slett', t.account.title))}`,
          })
        : nothing,
    ],
  };
}

/** Each language by its own name, in its own language. */
export const languageChoice = (legend: string, value: string, error: string | undefined): Html =>
  radioGroup({
    name: 'language',
    legend,
    value,
    error,
    inline: true,
    options: LANGS.map((lang) => ({
      value: lang,
      label: html`<span lang="${lang}">${texts(lang).common.languageName}</span>`,
    })),
  });
