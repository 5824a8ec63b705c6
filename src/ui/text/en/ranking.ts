import type { ranking as nb } from '../nb/ranking.ts';

export const ranking: typeof nb = {
  title: 'How the places are found',
  lead: 'This is part of the guidelines. It is frozen when the call opens and is covered by the checksum that everybody can see.',
  rule: 'Which mean gives the places?',
  rules: { adjusted: 'Adjusted mean', plain: 'Plain mean', trimmed: 'Trimmed mean' },
  ruleHints: {
    adjusted:
      'Some jurors are stricter than others. When one of them is out of an application, its mean would otherwise change for that reason alone. Here the difference is taken out. If all have judged everything, it equals the plain mean.',
    plain:
      'The sum of the assessments divided by their number. Easy to check, but sensitive to who is recused.',
    trimmed: 'From five assessments on, the highest and the lowest do not count. Below five: the plain mean.',
  },
  tieRule: 'If several share the first place and only one can have the prize',
  tieRules: {
    shared: 'The place is shared, and the jury decides',
    ladder: 'Fixed steps tell them apart as far as they can',
    'ladder+lot': 'Fixed steps, and in the end a lot that anybody can check',
  },
  tieRuleHints: {
    shared: '',
    ladder:
      'First whom most jurors preferred, then the middle assessment, then the score on the heaviest criterion.',
    'ladder+lot': 'A public number that nobody can know in advance decides the lot.',
  },
  lotSource: 'Which public number decides the lot?',
  lotSourceHint: 'For example: the winning numbers of Lotto on Saturday 3 October 2026, in ascending order.',
  publicExtract: 'Publish the figures without names together with the winner',
  publicExtractHint:
    'Applications and jurors get random numbers. In a small jury somebody may still guess who is who.',
  extractYes: 'The figures are published without names once the winner is announced.',
  extractNo: 'The figures are not published.',
  save: 'Save how places are found',
  before: 'Plain mean. Equal means share the place.',
  beacon: {
    title: 'The number that decides the lot',
    lead: 'Write the number as it was announced. It can be written only once.',
    label: (source) => `The number from: ${source}`,
    save: 'Save the number',
    known: (value) => `The number is ${value}.`,
    notYet: 'The number has not been written down yet.',
  },
};
