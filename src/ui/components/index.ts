/** The components: the only place with design-system class names. Features import from here. */
export * from './text.ts';
export * from './uploads.ts';
export * from './actions.ts';
export * from './boxes.ts';
export * from './fields.ts';
export * from './charts.ts';
export * from './choices.ts';
export * from './forms.ts';
export * from './lists.ts';
export * from './navigation.ts';
export * from './split.ts';
export * from './tables.ts';
export * from './writing.ts';
export * from './icons.ts';
export * from './honours.ts';
export * from './diagram.ts';
export * from './signed-checker.ts';
