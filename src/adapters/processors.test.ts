import { expect, test, vi } from 'vitest';

test('a bucket elsewhere is named in the consent by its host', async () => {
  Object.assign(process.env, {
    S3_BUCKET: 'faces',
    S3_ACCESS_KEY_ID: 'id',
    S3_SECRET_ACCESS_KEY: 'secret',
    S3_ENDPOINT: 'https://objects.example.com',
  });
  const { configuredProcessors } = await import('./processors');
  expect(configuredProcessors()).toEqual([
    expect.objectContaining({ id: 's3 objects.example.com', name: 'objects.example.com' }),
  ]);
});

test('whoever delivers mails and takes payments is named on the page about privacy, a local one is not', async () => {
  const { otherProcessors } = await import('./processors');
  vi.resetModules();
  Object.assign(process.env, { SMTP_URL: 'smtps://u:p@mail.example.com' });
  const { otherProcessors: configured } = await import('./processors');
  expect(otherProcessors()).toEqual([]);
  expect(configured()).toEqual([expect.objectContaining({ name: 'mail.example.com' })]);
});
