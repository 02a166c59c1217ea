import { expect, test } from 'vitest';
import { renderMail } from './templates';

const PAID = {
  team: 'Acme',
  what: 'Plus plan',
  amount: '$9.99',
  url: 'https://headcraft.test',
  receiptUrl: null,
};

test('a mail about one credit says so', async () => {
  const added = await renderMail('credits-added', { ...PAID, credits: 1 });
  expect(added.subject).toBe('1 credit added to Acme');
  expect(added.text).toContain('1 credit added to Acme.');
  const plan = await renderMail('plan-paid', { ...PAID, plan: 'Plus', credits: 1, started: false });
  expect(plan.text).toContain('1 credit added to Acme.');
  const disputed = await renderMail('payment-disputed', {
    ...PAID,
    credits: 1,
    state: 'open',
    planRests: true,
  });
  expect(disputed.text).toContain('1 credit of this payment was taken back');
  expect(disputed.text).toContain('The plan is on hold until');
});
