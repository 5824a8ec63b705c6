import type * as nb from '../nb/publicSite-about.ts';

export const privacy: typeof nb.privacy = {
  title: 'Privacy',
  lead: 'We ask as little as possible about you and show it to as few as possible.',
  description: 'Which personal data the service of Etikkprisen processes, why, and what you can ask for.',
  parts: [
    {
      title: 'What we store about you',
      body: [
        'Name, e-mail address, possibly telephone number and choice of language, and what you do in the service: when you sign in, what you submit and what you decide. We never ask for a national identity number.',
        'You sign in with a link and a code by e-mail. We store no passwords.',
      ],
    },
    {
      title: 'Why',
      body: [
        'To receive applications, to let the jury assess them, and to be able to show afterwards that everything was done right.',
      ],
    },
    {
      title: 'Who sees what',
      body: [
        'A draft is read by those who work on the application. They may let in the adviser of their region, and the secretariat when they ask it for help. Otherwise the secretariat sees only that the draft exists, not its text. A submitted application is read by the secretariat and by jurors without a conflict.',
        'What a juror declares about connections is read by the chair of the jury, the secretariat and an auditor.',
        'Public are the names of the nominated organisations, the jury’s statements, who sat on the jury, and pictures and quotes from the nominated. The quote stands with the name of whoever said it, and the picture with whoever took it. Applications that are not nominated do not become public.',
      ],
    },
    {
      title: 'Information about patients and users',
      body: [
        'The application must not contain anything by which patients, users or next of kin can be recognised. If we find such things, we ask you to take them out.',
      ],
    },
    {
      title: 'Cookies',
      body: [
        'The public pages use no tracking and no services of others. We set only the cookies that are needed for what you ask for yourself. They have a page of their own.',
      ],
    },
    {
      title: 'What you can ask for',
      body: [
        'You can ask to see what we have stored about you, to have errors corrected and to have what we no longer need erased. If you have an account, you can download what is stored about you, and delete the account, yourself: both are under your profile. Otherwise write to the secretariat; the address stands at the foot of the page. If you disagree with us, you can complain to the Norwegian Data Protection Authority.',
      ],
    },
  ],
};

export const accessibility: typeof nb.accessibility = {
  title: 'Accessibility',
  lead: 'Everybody should be able to apply, assess and read, however they use the web.',
  description:
    'How the service of Etikkprisen is made so that everybody can use it, and how to tell us when something stands in the way.',
  parts: [
    {
      title: 'How the service is made',
      body: [
        'The pages are made to WCAG 2.2 at levels A and AA. They work with the keyboard alone, with a screen reader, enlarged to 400 per cent, on a phone and without JavaScript. They come in light and dark, by the setting of your device.',
        'Texts in another language than the page are marked, so that a screen reader reads them right.',
      ],
    },
    {
      title: 'How we test it',
      body: [
        'Every page is tested automatically with axe-core in a real browser whenever something changes. Automatic tests do not find everything, so we would like to hear from you.',
      ],
    },
    {
      title: 'What we know of',
      body: [
        'Attachments are made by the applicants, and we cannot promise that all are accessible. If you need one in another form, we will help you.',
      ],
    },
    {
      title: 'Tell us',
      body: [
        'Is there something you cannot do? Use the form, or write to or call the secretariat; the address stands at the foot of the page. You can also report it to the Norwegian authority for universal design of ICT.',
      ],
    },
  ],
};
