/** A rejection on the page of the formal check: the form that proposes one, and the one that waits for its answer. */
import {
  actionForm,
  actions,
  button,
  details,
  errorsByField,
  form,
  paragraph,
  prose,
  section,
  textArea,
  type FormError,
} from '../../ui/components/index.ts';
import { instant } from '../../platform/clock.ts';
import { html, type Html } from '../../ui/html.ts';
import { formatDateTime } from '../../ui/text/format.ts';
import { texts, type Lang } from '../../ui/text/index.ts';
import type { RejectionOut } from './schema-rejections.ts';

interface Typed {
  input: Readonly<Record<string, string>>;
  errors: readonly FormError[];
}

/** What the applicant will read, and the button that sends it to somebody else. */
export function rejectionFields({ input, errors }: Typed, lang: Lang): Html {
  const own = texts(lang).nominations.office;
  return html`${textArea({
    name: 'rejectReason',
    label: own.rejectReason,
    hint: own.rejectReasonHint,
    rows: 4,
    value: input['rejectReason'] ?? '',
    error: errorsByField(errors)['rejectReason'],
  })}${actions(button({ label: own.confirmReject, kind: 'danger' }))}`;
}

/** The one that waits, with the reason as the applicant will read it. */
export function waitingRejection(nominationId: string, one: RejectionOut, typed: Typed, lang: Lang): Html {
  const own = texts(lang).rejections;
  const here = `/sekretariat/soknad/${nominationId}/avvisning/${one.id}`;
  return section({
    title: own.title,
    id: 'avvisning',
    body: html`${paragraph(own.proposedBy(one.proposedBy, formatDateTime(instant(one.proposedAt), lang)))}${prose(one.reason)}${letterOf(one, lang)}${paragraph(one.mayApprove ? own.approveLead : one.mayApproveAlone ? own.aloneLead : own.own, 'muted')}${
      one.mayApproveAlone && aloneForm(`${here}/godkjenn`, typed, lang)
    }${
      one.mayDecline &&
      actions(
        one.mayApprove && actionForm({ action: `${here}/godkjenn`, label: own.approve, kind: 'danger' }),
        actionForm({ action: `${here}/avsla`, label: one.mayApprove ? own.decline : own.takeBack }),
      )
    }`,
  });
}

/** As it will be written; its words stand still while it waits. */
function letterOf({ letter }: RejectionOut, lang: Lang): Html | false {
  return (
    letter !== null &&
    details({
      summary: texts(lang).rejections.letter,
      body: html`<p lang="${letter.language}"><strong>${letter.subject}</strong></p>${prose(letter.body, letter.language)}`,
    })
  );
}

function aloneForm(action: string, { input, errors }: Typed, lang: Lang): Html {
  const own = texts(lang).rejections;
  return form({
    action,
    label: own.approveAlone,
    body: html`${textArea({
      name: 'aloneBecause',
      label: own.aloneBecause,
      hint: own.aloneHint,
      rows: 3,
      value: input['aloneBecause'] ?? '',
      error: errorsByField(errors)['aloneBecause'],
    })}${actions(button({ label: own.approveAlone, kind: 'danger' }))}`,
  });
}
