import { formatDateTime, formatDeadline } from '../format.ts';
import type * as nb from '../nb/nominations-start.ts';

export const start: typeof nb.start = {
  title: 'Start an application',
  lead: (year, closes) => `Etikkprisen ${year}. The deadline is ${formatDeadline(closes, 'en')}.`,
  whoApplies: 'Who is applying?',
  kindLeads: {
    municipality: 'The whole municipality, or a part of it',
    district: 'A district of Oslo or of another city',
    enterprise: 'A nursing home, a home care service, a care centre or another enterprise',
    cooperation: 'Several that have joined forces, with one host',
  },
  change: 'Choose something else',
  organisation: {
    municipality: 'Municipality',
    district: 'City district',
    enterprise: 'Name of the enterprise',
    cooperation: 'Host of the cooperation',
  },
  organisationHints: {
    municipality: 'Write the name, or a part of it. Parallel names in Sámi and Kven can be used too.',
    district:
      'Write the name of the district. If it is in another city than Oslo, write the name of the city as well.',
    enterprise: 'As you want the name to appear if you are nominated.',
    cooperation: 'The municipality or enterprise that applies on behalf of you all.',
  },
  number: 'Organisation number',
  numberHint: 'Nine digits.',
  readers:
    'The secretariat sees who has started an application. The jury sees it once the application has been submitted, and the name becomes public if you are nominated.',
  unit: 'Service, department or name of the project',
  unitHint: 'Fill in if the application concerns a part of the organisation.',
  partners: 'The others who take part',
  partnersHint: 'One on each line.',
  language: 'Which language do you write the application in?',
  languages: { nb: 'Bokmål', nn: 'Nynorsk' },
  go: 'Start the application',
  match: 'Which one do you mean?',
  noneFits: 'None of these',
  notInRegister:
    'The municipality is not in the register. Check the spelling, or choose one of the suggestions',
  severalFit: 'Several have this name. Choose the right one',
  already: 'Has somebody among you started already?',
  alreadyBody:
    'You can ask to join. We cannot say whether there is an application, because the applicants themselves decide who should know.',
  ask: 'Ask to join',
  closed: 'It is not possible to apply now',
  closedBody: 'When the next call opens, you will find it on the front page.',
  opensAt: (year, from) => `You can apply for Etikkprisen ${year} from ${formatDateTime(from, 'en')}.`,
  seeCall: 'Read the call',
};

export const join: typeof nb.join = {
  title: 'Ask to join an application',
  lead: 'Write whom the application is for. If there is one, those who work on it are told. You see nothing of it until somebody says yes.',
  message: 'Message',
  messageHint:
    'Say who you are, so that it is easier to answer. Read by those who work on the application and by the secretariat. Do not write anything about patients, users or next of kin.',
  send: 'Send the request',
  sentTitle: 'Thank you, the request has been sent',
  sentBody:
    'If there is an application, you will hear from those who work on it. The secretariat sees the request too and can help.',
  organisation: 'Name of the applicant',
  requests: 'Requests to join',
  requestsLead:
    'These people have asked to join an application. They do not know whether there is one until somebody answers.',
  none: 'Nobody is waiting for an answer',
  noneBody: 'When somebody asks to join an application, it appears here.',
  wants: (name, organisation, year) => `${name} wants to join an application from ${organisation} (${year})`,
  accept: 'Yes, let them join',
  decline: 'No',
  acceptInto: (unit) => `Yes, let them join “${unit}”`,
  chooseApplication: 'Choose which application this is about',
  noApplication: 'There is no application from this applicant yet. Ask them to start one.',
  noName: 'without a name',
};
