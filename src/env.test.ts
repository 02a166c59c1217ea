import { expect, test } from 'vitest';
import { readEnv } from './env';

const production = {
  DATABASE_URL: 'postgresql://db.example.test/headcraft',
  AUTH_SECRET: 'a'.repeat(32),
  APP_URL: 'https://app.example.test/',
  STRIPE_SECRET_KEY: 'sk_live_x',
  STRIPE_WEBHOOK_SECRET: 'whsec_x',
  RESEND_API_KEY: 're_x',
};

test('nothing set means embedded, on localhost', () => {
  const env = readEnv({});
  expect(env).toMatchObject({ mode: 'embedded', embedded: true, appUrl: 'http://localhost:3000' });
});

test('production is whole or fails naming what is missing', () => {
  expect(readEnv(production)).toMatchObject({ mode: 'production', appUrl: 'https://app.example.test' });
  for (const name of Object.keys(production).filter((key) => key !== 'DATABASE_URL')) {
    expect(() => readEnv({ ...production, [name]: undefined })).toThrow(name);
    expect(() => readEnv({ ...production, [name]: '  ' })).toThrow(name);
  }
});

test('a half-set provider or a weak secret fails, also when embedded', () => {
  expect(() => readEnv({ STRIPE_SECRET_KEY: 'sk_test_x' })).toThrow('STRIPE_WEBHOOK_SECRET');
  expect(() => readEnv({ STRIPE_SECRET_KEY: 'sk_test_x', STRIPE_WEBHOOK_SECRET: 'secret' })).toThrow(
    'whsec_',
  );
  expect(() => readEnv({ AUTH_SECRET: 'short' })).toThrow('AUTH_SECRET');
  expect(() => readEnv({ PORT: 'eighty' })).toThrow('PORT');
});
