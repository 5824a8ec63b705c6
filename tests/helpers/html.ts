/** Judges the HTML of a page: valid, and right for those who do not see it. */
import { HtmlValidate } from 'html-validate';

const validator = new HtmlValidate({
  extends: ['html-validate:recommended', 'html-validate:a11y'],
  rules: {
    'doctype-style': 'off',
    'require-sri': 'off',
    'no-trailing-whitespace': 'off',
    'attribute-boolean-style': 'off',
    'long-title': 'off',
    'tel-non-breaking': 'off',
    // Several checkboxes of one name are one answer with several values.
    'form-dup-name': ['error', { shared: ['radio', 'checkbox', 'button', 'submit'] }],
    // A table that scrolls sideways is a region that the keyboard reaches.
    'prefer-native-element': ['error', { exclude: ['region', 'article'] }],
  },
});

/** What is wrong with a document, one line each; empty when all is well. */
export async function htmlProblems(document: string): Promise<string[]> {
  const { results } = await validator.validateString(document);
  return results.flatMap(({ messages }) =>
    messages.map((m) => `${m.line}:${m.column} ${m.ruleId}: ${m.message} ${m.selector ?? ''}`.trim()),
  );
}
