/** What a walk through a page by keyboard (tests/helpers/keyboard-walk.ts) finds out beside axe: its rules, by success criterion. */
export const keyboardRules: Readonly<Record<string, string>> = {
  '2.1.1': 'keyboard-reaches-everything',
  '2.1.2': 'keyboard-is-let-go',
  '2.4.1': 'keyboard-skips-the-menu',
  '2.4.3': 'keyboard-follows-the-page',
  '2.4.7': 'keyboard-focus-is-marked',
  '2.4.11': 'keyboard-focus-is-not-covered',
};
