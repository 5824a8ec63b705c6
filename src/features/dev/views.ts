/** The tools of the demonstration as pages. */
import {
  actionForm,
  actions,
  button,
  card,
  checkbox,
  emptyState,
  errorsByField,
  errorSummary,
  form,
  grid,
  link,
  localNav,
  pageHead,
  paragraph,
  section,
  srOnly,
  select,
  stack,
  statusMessage,
  textField,
  time,
} from '../../ui/components/index.ts';
import { html, nothing, type Html } from '../../ui/html.ts';
import type { FormError } from '../../ui/components/forms.ts';
import type { Page } from '../../ui/layout.ts';
import { formatDateTime } from '../../ui/text/format.ts';
import { texts, type Lang, type Texts } from '../../ui/text/index.ts';

interface Persona {
  id: string;
  name: string;
  email: string;
  parts: readonly { kind: keyof Texts['dev']['part']; organisation: string }[];
}

export function personasPage(personas: readonly Persona[], lang: Lang): Page {
  const t = texts(lang);
  const own = t.dev;
  const cards = personas.map(({ id, name, email, parts }) =>
    card({
      title: name || email,
      level: 3,
      body: html`<p>${parts.map((part) => own.part[part.kind](part.organisation)).join(', ')}</p>`,
      foot: actionForm({
        action: '/dev/sign-in',
        label: html`${own.choosePersona} ${srOnly(name || email)}`,
        fields: { personId: id },
        small: true,
      }),
    }),
  );
  const everybody = card({
    title: own.public,
    level: 3,
    body: html`<p>${own.publicLead}</p>`,
    foot: actionForm({ action: '/dev/sign-in', label: own.publicAction, small: true }),
  });
  const main = [
    pageHead({ title: own.title, lead: own.lead }),
    section({
      title: own.personas,
      id: 'personer',
      body: html`${paragraph(own.personasLead)}${grid([everybody, ...cards])}${personas.length === 0 ? paragraph(own.noPersonas) : nothing}`,
    }),
  ];
  return { ...page(own.personas, '/dev', t, main), wide: true };
}

interface ClockView {
  now: Date;
  /** Nobody has moved the clock. */
  real: boolean;
  running: boolean;
  fields: { date: string; time: string };
  jumps: readonly { name: keyof Texts['dev']['jumps']; at: Date }[];
  errors: readonly FormError[];
  /** What the last move brought with it. */
  due: { closed: number; published: number } | null;
}

export function clockPage(view: ClockView, lang: Lang): Page {
  const t = texts(lang);
  const own = t.dev;
  const error = errorsByField(view.errors);
  const setting = form({
    action: '/dev/clock',
    body: html`${textField({ name: 'date', label: own.clockDate, type: 'date', value: view.fields.date, error: error['date'], width: 'medium' })}
${textField({ name: 'time', label: own.clockTime, type: 'time', value: view.fields.time, error: error['time'], width: 'short' })}
${checkbox({ name: 'running', label: own.clockRunning, checked: view.running })}
${actions(button({ label: own.clockSet }))}`,
  });
  const steps = view.jumps.map(({ name, at }) =>
    actionForm({
      action: '/dev/clock/jump',
      label: own.jumpTo(own.jumps[name], formatDateTime(at, lang)),
      fields: { step: name },
      small: true,
    }),
  );
  return {
    ...page(own.clock, '/dev/clock', t, [
      errorSummary(view.errors, t),
      pageHead({ title: own.clock, lead: own.clockLead }),
      view.due ? statusMessage(own.due(view.due.closed, view.due.published)) : nothing,
      html`<p>${own.clockNow(formatDateTime(view.now, lang))}${view.real && html` ${own.clockReal}`}</p>`,
      section({
        title: own.clockPresets,
        id: 'steg',
        body: steps.length ? stack(...steps) : paragraph(own.noEdition),
      }),
      section({ title: own.clockSet, id: 'still', body: setting }),
      view.real ? nothing : actionForm({ action: '/dev/clock/reset', label: own.clockReset }),
    ]),
    failed: view.errors.length > 0,
  };
}

interface MailboxView {
  letters: readonly {
    id: string;
    email: string;
    language: Lang;
    subject: string;
    body: string;
    state: string;
    created_at: Date;
  }[];
  addresses: readonly string[];
  email: string;
}

export function mailboxPage({ letters, addresses, email }: MailboxView, lang: Lang): Page {
  const t = texts(lang);
  const own = t.dev;
  const filter = form({
    action: '/dev/mailbox',
    method: 'get',
    body: html`${select({ name: 'email', label: own.mailFilter, value: email, empty: own.mailEverybody, options: addresses.map((value) => ({ value, label: value })), optional: t.common.optional })}${actions(button({ label: own.mailShow, kind: 'secondary' }))}`,
  });
  const list = letters.map(
    (letter) =>
      html`<article aria-labelledby="letter-${letter.id}" lang="${letter.language}">${card({
        title: html`<span id="letter-${letter.id}">${letter.subject}</span>`,
        over: html`<span lang="${lang}">${own.mailTo} ${letter.email}, ${time(letter.created_at, formatDateTime(letter.created_at, lang))}${letter.state !== 'sent' && html` (${own.mailNotSent})`}</span>`,
        body: letterBody(letter.body),
      })}</article>`,
  );
  return page(own.mailbox, '/dev/mailbox', t, [
    pageHead({ title: own.mailbox, lead: own.mailboxLead }),
    addresses.length ? filter : nothing,
    letters.length ? stack(...list) : emptyState({ title: own.mailboxEmpty }),
  ]);
}

/** As it was written, with its paths made links. */
const letterBody = (body: string): Html =>
  html`${body.split('\n\n').map((text) => html`<p>${text.split('\n').map((line, i) => html`${i > 0 && html`<br>`}${line.startsWith('/') ? link(line, line) : line}`)}</p>`)}`;

function page(title: string, here: string, t: Texts, main: readonly Html[]): Page {
  const tools = [
    ['/dev', t.dev.personas],
    ['/dev/clock', t.dev.clock],
    ['/dev/mailbox', t.dev.mailbox],
  ] as const;
  return {
    title,
    main: html`${localNav(
      tools.map(([href, label]) => ({ href, label, current: href === here })),
      t.dev.title,
    )}${stack(...main)}`,
  };
}
