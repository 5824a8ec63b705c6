/** The part of the setup that says what each applicant is told of the judging, and when. */
import {
  button,
  checkbox,
  descriptionList,
  errorsByField,
  form,
  paragraph,
  radioGroup,
  type FormError,
} from '../../ui/components/index.ts';
import { html, type Html } from '../../ui/html.ts';
import { texts, type Lang } from '../../ui/text/index.ts';

interface FeedbackView {
  action: string;
  version: number;
  values: Readonly<Record<string, string>>;
  errors: readonly FormError[];
}
const moments = ['announced', 'nominated'] as const;

export function feedbackForm({ action, version, values, errors }: FeedbackView, lang: Lang): Html {
  const own = texts(lang).feedback.setup;
  return html`${paragraph(own.lead)}${form({
    action,
    version,
    body: html`${radioGroup({
      name: 'feedbackFrom',
      legend: own.from,
      value: values['feedbackFrom'] ?? null,
      error: errorsByField(errors)['feedbackFrom'],
      options: moments.map((value) => ({ value, label: own.moments[value] })),
    })}${checkbox({ name: 'reasonsPromised', label: own.reasons, hint: own.reasonsHint, checked: values['reasonsPromised'] === 'yes' })}${checkbox({ name: 'applicantFigures', label: own.figures, hint: own.figuresHint, checked: values['applicantFigures'] === 'yes' })}${button({ label: own.save })}`,
  })}`;
}

/** The same, frozen. */
export function feedbackShown(values: Readonly<Record<string, string>>, lang: Lang): Html {
  const t = texts(lang);
  const own = t.feedback.setup;
  return html`${paragraph(own.lead)}${descriptionList([
    [own.from, own.moments[values['feedbackFrom'] === 'nominated' ? 'nominated' : 'announced']],
    [own.reasons, values['reasonsPromised'] === 'yes' ? t.common.yes : t.common.no],
    [own.figures, values['applicantFigures'] === 'yes' ? t.common.yes : t.common.no],
  ])}`;
}
