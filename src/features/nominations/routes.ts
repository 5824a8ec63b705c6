import type { Feature } from '../feature.ts';
import { nominationApi } from './api.ts';
import { nominationPeopleApi } from './api-people.ts';
import { rejectionsApi } from './api-rejections.ts';
import { nominationSendingApi } from './api-sending.ts';
import { nominationPages } from './pages.ts';
import { formalCheckPages } from './pages-check.ts';
import { nominationMembersPages } from './pages-members.ts';
import { nominationOfficePages } from './pages-office.ts';
import { nominationSendingPages } from './pages-sending.ts';
import { nominationStartPages } from './pages-start.ts';

export const nominations: Feature = {
  pages: [
    nominationStartPages,
    nominationPages,
    nominationSendingPages,
    nominationMembersPages,
    nominationOfficePages,
    formalCheckPages,
  ],
  api: [nominationApi, nominationSendingApi, rejectionsApi, nominationPeopleApi],
};
