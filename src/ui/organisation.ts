/** Who applies, as the register knows them: shown to those who apply and to the secretariat alike. */
import { alert, list, paragraph, tag, textArea, textField, type Tone } from './components/index.ts';
import { html, nothing, type Html } from './html.ts';
import { texts, type Lang } from './text/index.ts';
import { applicantName } from './text/format.ts';

type Status = 'confirmed' | 'removed' | 'unknown' | 'notConfirmed' | 'noNumber';
interface Duplicate {
  organisation_name: string;
  unit_name: string;
  state: string;
  why: 'same' | 'parent' | 'child';
}

const tones: Record<Status, Tone> = {
  confirmed: 'success',
  removed: 'danger',
  unknown: 'warning',
  notConfirmed: 'neutral',
  noNumber: 'neutral',
};

/** A status with the register's own name beside it: what was written may be another. */
export function registerTag({ status, name }: { status: Status; name?: string }, lang: Lang): Html {
  const own = texts(lang).organisations;
  return html`${tag(own.statuses[status], tones[status])}${name && html` ${name}`}`;
}

export function duplicatesAlert(duplicates: readonly Duplicate[], lang: Lang): Html {
  if (duplicates.length === 0) return nothing;
  const t = texts(lang);
  const own = t.organisations;
  return alert({
    tone: 'warning',
    title: own.duplicatesTitle,
    body: html`${paragraph(own.duplicates)}${list(
      duplicates.map(
        ({ organisation_name, unit_name, why, state }) =>
          `${applicantName(organisation_name, unit_name)} (${own.why[why]}; ${t.nominations.states[state as keyof typeof t.nominations.states].toLowerCase()})`,
      ),
    )}`,
  });
}

interface Field {
  value: string;
  error: string | undefined;
}

/** Nine digits; whether they are a number is told while one writes. */
export function numberField(field: Field, lang: Lang): Html {
  const t = texts(lang);
  return textField({
    name: 'organisationNumber',
    label: t.organisations.number,
    hint: t.organisations.numberHint,
    enhance: { organisationNumber: t.organisations.notANumber },
    optional: t.common.optional,
    inputmode: 'numeric',
    width: 'medium',
    ...field,
  });
}

/** The others of a cooperation. */
export function partnersField(
  { optional = false, hint, ...field }: Field & { optional?: boolean; hint?: string },
  lang: Lang,
): Html {
  const t = texts(lang);
  return textArea({
    name: 'partners',
    label: t.nominations.start.partners,
    hint: hint ?? t.nominations.start.partnersHint,
    ...(optional && { optional: t.common.optional }),
    rows: 4,
    ...field,
  });
}
