/** How places are found: which mean, what tells a tie apart, what becomes public. Chosen before the call opens, then shown. */
import {
  button,
  checkbox,
  descriptionList,
  errorsByField,
  form,
  heading,
  paragraph,
  radioGroup,
  textField,
} from '../../ui/components/index.ts';
import { html, type Html } from '../../ui/html.ts';
import { texts, type Lang } from '../../ui/text/index.ts';
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

export function rankingShown(view: Setup, lang: Lang): Html {
  const { ranking: t } = texts(lang);
  const { rank_rule, tie_rule, lot_source, public_extract } = view.edition;
  if (rank_rule === null) return paragraph(t.before);
  return html`${descriptionList([
    [t.rule, t.rules[rank_rule]],
    [t.tieRule, t.tieRules[tie_rule]],
    ...(tie_rule === 'ladder+lot' ? ([[t.lotSource, lot_source]] as const) : []),
    [t.publicExtract, public_extract ? t.extractYes : t.extractNo],
  ])}${tie_rule === 'ladder+lot' && beacon(view, lang)}`;
}

/** The number of the lot: asked for until it is there, then shown. */
function beacon(view: Setup, lang: Lang): Html {
  const t = texts(lang).ranking.beacon;
  const { lot_beacon, lot_source } = view.edition;
  if (lot_beacon !== null) return paragraph(t.known(lot_beacon));
  if (!view.mayRecordBeacon) return paragraph(t.notYet);
  const field = textField({
    name: 'beacon',
    label: t.label(lot_source),
    hint: t.lead,
    value: view.values['beacon'] ?? '',
    error: errorsByField(view.errors)['beacon'],
  });
  return html`${heading(3, t.title)}${form({ action: action(view, 'lodd'), body: html`${field}${button({ label: t.save })}` })}`;
}
