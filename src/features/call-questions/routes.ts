import type { Feature } from '../feature.ts';
import { callQuestionApi } from './api.ts';
import { askPages, callQuestionPages } from './pages.ts';
import { callAnswerApi } from './public-api.ts';
import { callAnswerPages } from './public-pages.ts';

export const callQuestions: Feature = {
  open: [callAnswerPages, askPages],
  pages: [callQuestionPages],
  api: [callAnswerApi, callQuestionApi],
};
