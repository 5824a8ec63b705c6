/** The pages of coming in: ask for a letter, write its code, press its button; and what was kept meanwhile. */
import {
  actionForm,
  actions,
  alert,
  button,
  buttonLink,
  checkbox,
  details,
  errorsByField,
  errorSummary,
  form,
  hidden,
  pageHead,
  paragraph,
  prose,
  section,
  textField,
} from '../../ui/components/index.ts';
import type { FormError } from '../../ui/components/index.ts';
import { html, nothing, type Html } from '../../ui/html.ts';
import type { Page } from '../../ui/layout.ts';
import { formatDateTime } from '../../ui/text/format.ts';
import { texts, type Lang } from '../../ui/text/index.ts';
import type { KeptForm } from './schema.ts';

interface Asking {
  email: string;
  /** The page one is on the way to. */
  returnTo: string;
  /** A form of theirs is kept. */
  kept: boolean;
  /** Others use this device, too. */
  shared: boolean;
  errors: readonly FormError[];
}

export function signInPage({ email, returnTo, kept, shared, errors }: Asking, lang: Lang): Page {
  const t = texts(lang);
  const own = t.signIn;
  const error = errorsByField(errors);
  const asking = form({
    action: '/logg-inn',
    body: html`${hidden('til', returnTo)}${textField({ name: 'email', label: own.email, hint: own.emailHint, type: 'email', inputmode: 'email', autocomplete: 'email', value: email, error: error['email'], width: 'medium' })}
${hidden('asked', 'yes')}${checkbox({ name: 'shared', label: t.writing.device.shared, hint: t.writing.device.sharedHint, checked: shared })}
${actions(button({ label: own.sendMail }))}`,
  });
  return {
    title: own.title,
    failed: errors.length > 0,
    main: [
      errorSummary(errors, t),
      pageHead({ title: own.title, lead: own.lead }),
      kept ? alert({ body: html`<p>${own.sessionEnded}</p>` }) : nothing,
      asking,
    ],
  };
}

interface Coding {
  email: string;
  returnTo: string;
  errors: readonly FormError[];
  /** The code is spent: only a new letter helps. */
  spent: boolean;
}

export function codePage({ email, returnTo, errors, spent }: Coding, lang: Lang): Page {
  const t = texts(lang);
  const own = t.signIn;
  const error = errorsByField(errors);
  const code = form({
    action: '/logg-inn/kode',
    body: html`${textField({ name: 'code', label: own.code, hint: own.codeHint, inputmode: 'numeric', autocomplete: 'one-time-code', error: error['code'], width: 'short', enhance: 'code' })}
${actions(button({ label: own.submitCode }))}`,
  });
  const again = html`${paragraph(own.notArrivedHelp)}${actions(
    actionForm({
      action: '/logg-inn',
      label: own.askAgain,
      kind: spent ? 'primary' : 'secondary',
      fields: { email, til: returnTo },
    }),
    buttonLink({
      href: `/logg-inn?${new URLSearchParams({ til: returnTo })}`,
      label: own.otherAddress,
      kind: 'tertiary',
    }),
  )}`;
  return {
    title: own.sentTitle,
    failed: errors.length > 0,
    main: [
      errorSummary(errors, t),
      pageHead({ title: own.sentTitle, lead: own.sentLead(email) }),
      spent ? nothing : code,
      section({ title: own.notArrived, id: 'ny', body: again }),
    ],
  };
}

/** What the link of a letter leads to. It does nothing before the button is pressed: mail programs open links on their own. */
export function linkPage({ email, token }: { email: string; token: string }, lang: Lang): Page {
  const own = texts(lang).signIn;
  return {
    title: own.confirmTitle,
    main: [
      pageHead({ title: own.confirmTitle, lead: own.confirmLead(email) }),
      actionForm({ action: `/logg-inn/lenke/${token}`, label: own.confirmButton, kind: 'primary' }),
    ],
  };
}

/** A link or a code that no longer works: why, and the way on. */
export function deadEndPage(problem: { title: string; detail: string }, lang: Lang): Page {
  const own = texts(lang).signIn;
  return {
    title: problem.title,
    failed: true,
    main: [
      pageHead({ title: problem.title, lead: problem.detail }),
      actions(buttonLink({ href: '/logg-inn', label: own.askAgain })),
    ],
  };
}

/** @param erased whether they are gone for good */
export function signedOutPage(lang: Lang, erased = false): Page {
  const own = texts(lang).signIn;
  const { erasedTitle, erasedLead } = texts(lang).account;
  const head = erased
    ? { title: erasedTitle, lead: erasedLead }
    : { title: own.signedOutTitle, lead: own.signedOutLead };
  if (erased) return { title: head.title, main: [pageHead(head)] };
  return {
    title: head.title,
    main: [
      pageHead(head),
      actions(buttonLink({ href: '/logg-inn', label: own.signInAgain, kind: 'secondary' })),
    ],
  };
}

/** What was kept, and the button that sends it where it was going. */
export function keptFormPage(kept: KeptForm, here: string, lang: Lang): Page {
  const own = texts(lang).signIn;
  const sending = form({
    id: 'kept',
    action: replayPath(kept),
    body: kept.fields.map(([name, value]) => hidden(name, value)),
  });
  return {
    title: own.keptTitle,
    main: [
      pageHead({ title: own.keptTitle, lead: own.keptLead }),
      written(kept, own.keptShow),
      actions(
        button({ label: own.keptSend, form: 'kept' }),
        actionForm({ action: `${here}/forkast`, label: own.keptDiscard }),
      ),
      paragraph(own.keptUntil(formatDateTime(kept.expiresAt, lang)), 'muted'),
      sending,
    ],
  };
}

/** The id goes along, so that what has arrived is not offered again. */
function replayPath({ path, id }: KeptForm): string {
  const [before = '', query] = path.split('?');
  const params = new URLSearchParams(query);
  params.set('kept', id);
  return `${before}?${params}`;
}

/** The sentences of the form, without ids, versions and ticks: for reading, and for copying if all else fails. */
function written({ fields }: KeptForm, summary: string): Html {
  const sentences = fields.map(([, value]) => value).filter((value) => /\p{L}.*\s/u.test(value.trim()));
  if (sentences.length === 0) return nothing;
  return details({ summary, open: true, body: sentences.map((text) => prose(text)) });
}
