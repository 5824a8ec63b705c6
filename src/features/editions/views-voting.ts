/** The part of the setup that says how the jury votes. */
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

interface VotingView {
  action: string;
  version: number;
  values: Readonly<Record<string, string>>;
  errors: readonly FormError[];
}
const dissents = ['named', 'counted'] as const;

export function votingForm({ action, version, values, errors }: VotingView, lang: Lang): Html {
  const own = texts(lang).motions.setup;
  return html`${paragraph(own.lead)}${form({
    action,
    version,
    body: html`${checkbox({ name: 'castingVote', label: own.castingVote, hint: own.castingVoteHint, checked: values['castingVote'] === 'yes' })}${radioGroup(
      {
        name: 'dissent',
        legend: own.dissent,
        value: values['dissent'] ?? null,
        error: errorsByField(errors)['dissent'],
        options: dissents.map((value) => ({ value, label: own.dissents[value] })),
      },
    )}${button({ label: own.save })}`,
  })}`;
}

/** The same, frozen. */
export function votingShown(values: Readonly<Record<string, string>>, lang: Lang): Html {
  const t = texts(lang);
  const own = t.motions.setup;
  const said = (name: string): string => (values[name] === 'yes' ? t.common.yes : t.common.no);
  return html`${paragraph(own.lead)}${descriptionList([
    [own.castingVote, said('castingVote')],
    [own.dissent, own.dissents[values['dissent'] === 'counted' ? 'counted' : 'named']],
  ])}`;
}
