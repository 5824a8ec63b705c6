/** How places are found: which mean, what tells a tie apart, what becomes public. Chosen before the call opens, then shown. */
import {
  button,
  checkbox,
  descriptionList,
  errorsByField,
  form,
  paragraph,
  radioGroup,
  textField,
} from '../../ui/components/index.ts';
import { html, type Html } from '../../ui/html.ts';
import { texts, type Lang } from '../../ui/text/index.ts';
import type { EditionRow } from './schema.ts';
import { action, type Setup } from './views-setup.ts';

const rules = ['adjusted', 'plain', 'trimmed'] as const;
const tieRules = ['shared', 'ladder', 'ladder+lot'] as const;

export function rankingForm(view: Setup, lang: Lang): Html {
  const { ranking: t, common } = texts(lang);
  const errors = errorsByField(view.errors);
  const rule = radioGroup({
    name: 'rankRule',
    legend: t.rule,
    value: view.values['rankRule'] ?? null,
    error: errors['rankRule'],
    options: rules.map((value) => ({ value, label: t.rules[value], hint: t.ruleHints[value] })),
  });
  const tieRule = radioGroup({
    name: 'tieRule',
    legend: t.tieRule,
    value: view.values['tieRule'] ?? null,
    error: errors['tieRule'],
    options: tieRules.map((value) => ({ value, label: t.tieRules[value], hint: t.tieRuleHints[value] })),
  });
  const source = textField({
    name: 'lotSource',
    label: t.lotSource,
    hint: t.lotSourceHint,
    value: view.values['lotSource'] ?? '',
    optional: common.optional,
    error: errors['lotSource'],
  });
  const extract = checkbox({
    name: 'publicExtract',
    label: t.publicExtract,
    hint: t.publicExtractHint,
    checked: Boolean(view.values['publicExtract']),
  });
  return html`${paragraph(t.lead, 'muted')}${form({ action: action(view, 'rangering'), version: view.edition.version, body: html`${rule}${tieRule}${source}${extract}${button({ label: t.save })}` })}`;
}

export function rankingShown(
  { rank_rule, tie_rule, lot_source, public_extract }: EditionRow,
  lang: Lang,
): Html {
  const { ranking: t } = texts(lang);
  if (rank_rule === null) return paragraph(t.before);
  return descriptionList([
    [t.rule, html`${t.rules[rank_rule]}`],
    [t.tieRule, t.tieRules[tie_rule]],
    ...(tie_rule === 'ladder+lot' ? ([[t.lotSource, lot_source]] as const) : []),
    [t.publicExtract, public_extract ? t.extractYes : t.extractNo],
  ]);
}
