import PostalMime from 'postal-mime';
import t from 'tap';
import { mailboxMailer, MailRefused, smtpMailer } from '../../src/platform/mail/mailer.ts';
import { smtpServer } from '../helpers/smtp.ts';

const letter = {
  subject: 'Søknaden er mottatt',
  text: 'Hei, Åse.\n\nhttps://etikkprisen.example.no/min-side',
};

t.test('a letter arrives over real SMTP as it was written', async (t) => {
  const smtp = await smtpServer(t);
  const mailer = smtpMailer({
    url: smtp.url,
    from: 'Etikkprisen <post@etikkprisen.example.no>',
    replyTo: 'hjelp@ks.example.no',
  });
  t.teardown(() => mailer.close());
  await mailer.send({
    ...letter,
    to: 'åse@modum.kommune.example',
    html: '<p>Hei, Åse.</p>',
    messageId: '<0199-1@etikkprisen.example.no>',
    lang: 'nb',
  });
  await mailer.send({ ...letter, to: 'per@modum.kommune.example', replyTo: 'kari@ks.example.no' });
  t.equal(smtp.mails.length, 2);
  const [first, second] = await Promise.all(smtp.mails.map(({ content }) => PostalMime.parse(content)));
  t.match(first, {
    subject: 'Søknaden er mottatt',
    messageId: '<0199-1@etikkprisen.example.no>',
    text: /Hei, Åse\./,
    html: /<p>Hei, Åse\.<\/p>/,
  });
  t.match(first?.from, { address: 'post@etikkprisen.example.no', name: 'Etikkprisen' });
  t.same(
    first?.replyTo?.map((one) => one.address),
    ['hjelp@ks.example.no'],
  );
  t.same(
    second?.replyTo?.map((one) => one.address),
    ['kari@ks.example.no'],
  );
  const header = (name: string): string | undefined => first?.headers.find(({ key }) => key === name)?.value;
  t.equal(header('auto-submitted'), 'auto-generated', 'absence replies are not asked for');
  t.equal(header('content-language'), 'nb');
  t.equal(first?.attachments.length, 0);
});

t.test('a refusal says whether trying again can help; a dead server is a network error', async (t) => {
  const smtp = await smtpServer(t, { refuse: 'ukjent@modum.kommune.example' });
  const mailer = smtpMailer({ url: smtp.url, from: 'post@etikkprisen.example.no' });
  t.teardown(() => mailer.close());
  const refused = await mailer
    .send({ ...letter, to: 'ukjent@modum.kommune.example' })
    .catch((error: unknown) => error);
  t.ok(refused instanceof MailRefused);
  t.match(refused, { permanent: true, code: 550 });
  await smtp.close();
  const dead = await mailer
    .send({ ...letter, to: 'per@modum.kommune.example' })
    .catch((error: unknown) => error);
  t.ok(dead instanceof Error && !(dead instanceof MailRefused));
});

t.test('a subject cannot add receivers', async (t) => {
  const smtp = await smtpServer(t);
  const mailer = smtpMailer({ url: smtp.url, from: 'post@etikkprisen.example.no' });
  t.teardown(() => mailer.close());
  await mailer.send({ ...letter, to: 'a@b.example', subject: 'x\r\nBcc: spy@evil.example' });
  t.notMatch(smtp.mails.at(-1)?.content.toString(), /^Bcc:/im);
  t.same(smtp.recipients(), ['a@b.example']);
});

t.test('the mailbox of the demonstration sends nothing', async (t) => {
  const mailer = mailboxMailer();
  t.equal(mailer.kind, 'mailbox');
  await t.resolves(mailer.send({ ...letter, to: 'a@b.example' }));
  await t.resolves(mailer.close());
});
