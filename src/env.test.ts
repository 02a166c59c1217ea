import { expect, test } from 'vitest';
import { findWarnings, readEnv } from './env';

const production = {
  DATABASE_URL: 'postgresql://db.example.test/headcraft',
  AUTH_SECRET: 'a'.repeat(32),
  APP_URL: 'https://headshots.example.com/',
  STRIPE_SECRET_KEY: 'sk_live_x',
  STRIPE_WEBHOOK_SECRET: 'whsec_x',
  RESEND_API_KEY: 're_x',
};

test('nothing set means embedded, on localhost', () => {
  const env = readEnv({});
  expect(env).toMatchObject({ mode: 'embedded', embedded: true, appUrl: 'http://localhost:3000' });
});

test('production is whole or fails naming what is missing', () => {
  expect(readEnv(production)).toMatchObject({ mode: 'production', appUrl: 'https://headshots.example.com' });
  for (const name of Object.keys(production).filter((key) => key !== 'DATABASE_URL')) {
    expect(() => readEnv({ ...production, [name]: undefined })).toThrow(name);
    expect(() => readEnv({ ...production, [name]: '  ' })).toThrow(name);
  }
});

test('a deployment that lost its database does not become embedded', () => {
  const { DATABASE_URL, ...rest } = production;
  for (const [name, value] of Object.entries({
    APP_URL: production.APP_URL,
    STRIPE_SECRET_KEY: production.STRIPE_SECRET_KEY,
    DATABASE_DRIVER: 'neon',
    NEON_WS_PROXY: 'proxy.example.test:443',
    TRUST_PROXY: '1',
  })) {
    expect(() => readEnv({ [name]: value })).toThrow(
      new RegExp(`^Configuration: ${name} is set.*DATABASE_URL`),
    );
    expect(() => readEnv({ [name]: value, DATABASE_URL: ' ', NODE_ENV: 'production' })).toThrow(name);
  }
  expect(() => readEnv(rest)).toThrow('DATABASE_URL');
  expect(() => readEnv({ APP_URL: 'not an address' })).toThrow('APP_URL');
});

test('embedded when somebody says so, and on a laptop without a word', () => {
  const { DATABASE_URL, ...rest } = production;
  expect(readEnv({ ...rest, HEADCRAFT_MODE: 'embedded' }).embedded).toBe(true);
  expect(() => readEnv({ HEADCRAFT_MODE: 'production' })).toThrow('DATABASE_URL is required');
  for (const APP_URL of ['http://localhost:4000', 'http://192.168.1.20:3000', 'http://laptop.local:3000'])
    expect(readEnv({ APP_URL }).embedded).toBe(true);
  expect(readEnv({ HOST: '0.0.0.0', PORT: '4000', NODE_ENV: 'production' }).embedded).toBe(true);
  const vendor = { STRIPE_SECRET_KEY: 'sk_test_x', STRIPE_WEBHOOK_SECRET: 'whsec_x' };
  expect(readEnv({ ...vendor, STRIPE_API_BASE: 'http://127.0.0.1:12111' }).embedded).toBe(true);
  expect(readEnv({ AUTH_SECRET: 'a'.repeat(32), RESEND_API_KEY: 're_x' }).embedded).toBe(true);
});

test('an engine that is chosen needs its key', () => {
  expect(() => readEnv({ HEADCRAFT_ENGINE: 'openai' })).toThrow('OPENAI_API_KEY');
  expect(() => readEnv({ HEADCRAFT_ENGINE: 'other' })).toThrow('HEADCRAFT_ENGINE');
  expect(() => readEnv({ HEADCRAFT_ENGINE: 'replicate' })).toThrow('REPLICATE_API_TOKEN');
  const secret = `whsec_${'A'.repeat(32)}`;
  expect(() => readEnv({ REPLICATE_WEBHOOK_SECRET: secret })).toThrow('REPLICATE_API_TOKEN');
  expect(() => readEnv({ REPLICATE_API_TOKEN: 'r8_x', REPLICATE_WEBHOOK_SECRET: 'x' })).toThrow('whsec_');
  expect(readEnv({ REPLICATE_API_TOKEN: 'r8_x', REPLICATE_WEBHOOK_SECRET: secret }).REPLICATE_MODEL).toBe(
    'google/nano-banana-pro',
  );
  expect(() => readEnv({ OPENAI_API_KEY: 'sk-x', OPENAI_BASE_URL: 'file:///etc' })).toThrow(
    'OPENAI_BASE_URL',
  );
  expect(readEnv({ OPENAI_API_KEY: 'sk-x' })).toMatchObject({ OPENAI_IMAGE_MODEL: 'gpt-image-2.5-sunburst' });
});

test('a half-set provider or a weak secret fails, also when embedded', () => {
  const embedded = { HEADCRAFT_MODE: 'embedded' };
  const key = { ...embedded, STRIPE_SECRET_KEY: 'sk_test_x' };
  expect(() => readEnv(key)).toThrow('STRIPE_WEBHOOK_SECRET');
  expect(() => readEnv({ ...key, STRIPE_WEBHOOK_SECRET: 'secret' })).toThrow('whsec_');
  expect(() => readEnv({ ...embedded, AUTH_SECRET: 'short' })).toThrow('AUTH_SECRET must have');
  expect(() => readEnv({ PORT: 'eighty' })).toThrow('PORT');
});

test('in production somebody should hear of money that waits', () => {
  expect(findWarnings(readEnv(production))).toEqual([expect.stringContaining('STAFF_EMAILS')]);
  expect(findWarnings(readEnv({ ...production, STAFF_EMAILS: 'staff@example.test' }))).toEqual([]);
  expect(findWarnings(readEnv({}))).toEqual([]);
});

test('a bucket is whole or fails naming what is missing', () => {
  const whole = { S3_BUCKET: 'faces', S3_ACCESS_KEY_ID: 'id', S3_SECRET_ACCESS_KEY: 'secret' };
  expect(readEnv({}).s3).toBeNull();
  expect(readEnv(whole).s3).toMatchObject({ bucket: 'faces', region: 'us-east-1' });
  expect(readEnv({ ...whole, S3_ENDPOINT: 'https://objects.example.com' }).s3?.region).toBe('auto');
  for (const name of Object.keys(whole))
    expect(() => readEnv({ ...whole, [name]: undefined })).toThrow(`${name} is required`);
  expect(() => readEnv({ S3_REGION: 'eu-central-1' })).toThrow('S3_BUCKET');
  expect(() => readEnv({ ...whole, S3_ENDPOINT: 'objects' })).toThrow('S3_ENDPOINT');
  expect(() => readEnv({ ...whole, BLOB_READ_WRITE_TOKEN: 'x' })).toThrow('choose one');
});

test('another service signs people in when its client is whole, and only over https', () => {
  const google = { GOOGLE_CLIENT_ID: 'id', GOOGLE_CLIENT_SECRET: 'secret' };
  expect(readEnv({}).social).toEqual({ google: null, microsoft: null });
  expect(readEnv(google).social).toEqual({
    google: { clientId: 'id', clientSecret: 'secret', baseUrl: 'https://accounts.google.com' },
    microsoft: null,
  });
  const microsoft = { MICROSOFT_CLIENT_ID: 'id', MICROSOFT_CLIENT_SECRET: 'secret' };
  expect(readEnv({ ...microsoft, MICROSOFT_TENANT_ID: 'Example.com' }).social.microsoft).toMatchObject({
    baseUrl: 'https://login.microsoftonline.com',
    tenant: 'example.com',
  });
  for (const name of [...Object.keys(google), ...Object.keys(microsoft)])
    expect(() => readEnv({ [name]: 'x' })).toThrow('belong together: set both or neither');
  expect(() => readEnv({ ...google, GOOGLE_BASE_URL: 'http://login.example.com' })).toThrow(
    'GOOGLE_BASE_URL',
  );
  expect(readEnv({ ...google, GOOGLE_BASE_URL: 'http://127.0.0.1:9000/' }).social.google?.baseUrl).toBe(
    'http://127.0.0.1:9000',
  );
  expect(() => readEnv({ ...microsoft, MICROSOFT_TENANT_ID: '../x' })).toThrow('MICROSOFT_TENANT_ID');
});
