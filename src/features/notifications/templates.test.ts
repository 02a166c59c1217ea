import { expect, test } from 'vitest';
import { textsIn } from '@/texts/catalogue';
import type { Texts } from '@/texts/make-texts';
import { MAIL_EXAMPLES, MAIL_NAMES } from '../../../tests/support/mail-examples';
import { type MailTemplate, renderMail } from './templates';

const texts = textsIn('en');

const PAID = {
  team: 'Acme',
  what: 'Plus plan',
  amount: '$9.99',
  url: 'https://headcraft.test',
  receiptUrl: null,
};

test('a mail about one credit says so', async () => {
  const added = await renderMail('credits-added', { ...PAID, credits: 1 }, texts);
  expect(added.subject).toBe('1 credit added to Acme');
  expect(added.text).toContain('1 credit added to Acme.');
  const plan = await renderMail('plan-paid', { ...PAID, plan: 'Plus', credits: 1, started: false }, texts);
  expect(plan.text).toContain('1 credit added to Acme.');
  const disputed = await renderMail(
    'payment-disputed',
    {
      ...PAID,
      credits: 1,
      state: 'open',
      planRests: true,
    },
    texts,
  );
  expect(disputed.text).toContain('1 credit of this payment was taken back');
  expect(disputed.text).toContain('The plan is on hold until');
});

test('what a subject names begins no other header, and stands in the mail as text', async () => {
  const inviter = 'Ada\r\nBcc: all@example.test\u2028<b>';
  const mail = await renderMail('invitation', { ...MAIL_EXAMPLES.invitation, inviter }, texts);
  expect(mail.subject).toBe('Ada Bcc: all@example.test <b> invites you to Acme on headcraft');
  expect(mail.html).not.toContain('<b>');
});

test.each(MAIL_NAMES)('%s reads otherwise in German', async (name) => {
  const render = renderMail as (
    name: MailTemplate,
    props: unknown,
    written: Texts,
  ) => ReturnType<typeof renderMail>;
  const [english, german] = await Promise.all(
    (['en', 'de'] as const).map((language) => render(name, MAIL_EXAMPLES[name], textsIn(language))),
  );
  expect(german?.subject).not.toBe(english?.subject);
  expect(german?.html).toContain('<html dir="ltr" lang="de">');
  expect(german?.text).not.toMatch(/\b(You get this|your)\b/);
});

test.each(MAIL_NAMES)('%s: one action, said in plain text too, and nothing unfinished', async (name) => {
  const render = renderMail as (
    name: MailTemplate,
    props: unknown,
    written: Texts,
  ) => ReturnType<typeof renderMail>;
  const { subject, html, text } = await render(name, MAIL_EXAMPLES[name], texts);
  const { url } = MAIL_EXAMPLES[name];
  expect(subject.length).toBeLessThanOrEqual(90);
  expect(html.match(/class="action"/g)).toHaveLength(1);
  expect(html).toContain(`href="${url}"`);
  expect(text).toContain(url);
  for (const part of [subject, html, text]) expect(part).not.toMatch(/undefined|null|\[object|NaN/);
  // Gmail cuts what is longer.
  expect(Buffer.byteLength(html)).toBeLessThan(102_000);
  expect(html).not.toMatch(/<img|<script/);
});
