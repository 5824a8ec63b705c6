/** What an edition starts with when there is none to copy: the criteria of 2022, a form with one question for each, the scale, the texts. */
export { defaultCriteria, type DefaultCriterion } from './criteria.ts';
export { defaultQuestions, type DefaultQuestion } from './questions.ts';
export { defaultScaleWords } from './scale.ts';
export { defaultTexts } from './texts.ts';
