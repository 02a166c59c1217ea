/**
 * Configuration, read once. Each port picks its adapter from its own variables; a half-set provider fails here, at
 * start, with one line that names the variable. Besides, `middleware.ts` and the log's level read `process.env`, because they run
 * before or without this file.
 */

import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { isLocalName } from './lib/local-host';

const optional = z
  .string()
  .trim()
  .optional()
  .transform((value) => (value ? value : undefined));

const flag = z
  .enum(['0', '1', 'true', 'false'])
  .optional()
  .transform((value) => value === '1' || value === 'true');

const schema = z.object({
  NODE_ENV: z.enum(['development', 'production', 'test']).default('development'),
  HEADCRAFT_MODE: z.enum(['embedded', 'production']).optional(),
  HEADCRAFT_DATA_DIR: z.string().default('.data'),
  HEADCRAFT_WORKER: z.enum(['on', 'off']).default('on'),
  /** Opens `/api/cron/drain` to whoever knows it; without it that route does not exist. */
  CRON_SECRET: optional,
  /** Opens `/api/metrics` to whoever knows it; without it that route does not exist. */
  METRICS_TOKEN: optional,
  /** A collector that speaks OTLP; its other standard variables are read by the exporters themselves. */
  OTEL_EXPORTER_OTLP_ENDPOINT: optional.pipe(z.url({ protocol: /^https?$/ }).optional()),
  /** Whom to tell of a weakness, an address or a page; without it whoever sends the mails. */
  SECURITY_CONTACT: optional.pipe(z.union([z.email(), z.url({ protocol: /^https$/ })]).optional()),
  HOST: optional,
  PORT: z.coerce.number().int().positive().max(65535).default(3000),
  APP_URL: optional,
  AUTH_SECRET: optional,
  DATABASE_URL: optional,
  DATABASE_DRIVER: z.enum(['pg', 'neon']).optional(),
  NEON_WS_PROXY: optional,
  STRIPE_SECRET_KEY: optional,
  STRIPE_WEBHOOK_SECRET: optional,
  STRIPE_API_BASE: optional,
  RESEND_API_KEY: optional,
  RESEND_BASE_URL: optional,
  SMTP_URL: optional,
  MAIL_FROM: z.string().default('headcraft <hello@headcraft.local>'),
  /** Who runs this installation, as `/terms` and `/privacy` say it: name and address in one line. */
  OPERATOR: optional,
  /** Where people write about privacy and terms; without it the address that mails come from. */
  CONTACT_EMAIL: optional.pipe(z.email().optional()),
  BLOB_READ_WRITE_TOKEN: optional,
  /** A private bucket, at Amazon or, with an endpoint, anywhere else. */
  S3_BUCKET: optional,
  S3_ENDPOINT: optional.pipe(z.url({ protocol: /^https?$/ }).optional()),
  S3_REGION: optional,
  S3_ACCESS_KEY_ID: optional,
  S3_SECRET_ACCESS_KEY: optional,
  /** Encrypts face embeddings at rest. */
  VAULT_KEY: optional,
  VERCEL_BLOB_API_URL: optional,
  /** What push services know us by; `npx web-push generate-vapid-keys` makes a pair. */
  VAPID_PUBLIC_KEY: optional,
  VAPID_PRIVATE_KEY: optional,
  /** Addresses of the people who run this installation, separated by commas. */
  STAFF_EMAILS: z
    .string()
    .default('')
    .transform((text) =>
      text
        .split(',')
        .map((one) => one.trim().toLowerCase())
        .filter(Boolean),
    )
    .pipe(z.array(z.email())),
  TRUST_PROXY: flag,
  /** Signing in with Google: a client registered there. */
  GOOGLE_CLIENT_ID: optional,
  GOOGLE_CLIENT_SECRET: optional,
  GOOGLE_BASE_URL: optional.pipe(z.url({ protocol: /^https?$/ }).default('https://accounts.google.com')),
  /** Signing in with Microsoft, work and private accounts. */
  MICROSOFT_CLIENT_ID: optional,
  MICROSOFT_CLIENT_SECRET: optional,
  /** One organization's people only: its id or a domain of it. */
  MICROSOFT_TENANT_ID: optional.pipe(
    z
      .string()
      .regex(/^[\w.-]+$/)
      .default('common'),
  ),
  MICROSOFT_BASE_URL: optional.pipe(
    z.url({ protocol: /^https?$/ }).default('https://login.microsoftonline.com'),
  ),
  /** Which engine draws; default: the first AI engine that has its key, else the studio. */
  HEADCRAFT_ENGINE: z.enum(['studio', 'openai', 'replicate']).optional(),
  /** Generations of AI engines that one process works on at the same time. */
  HEADCRAFT_AI_GENERATIONS: z.coerce.number().int().min(1).max(32).default(4),
  OPENAI_API_KEY: optional,
  OPENAI_BASE_URL: optional.pipe(z.url({ protocol: /^https?$/ }).optional()),
  OPENAI_IMAGE_MODEL: z.string().trim().min(1).default('gpt-image-2.5-sunburst'),
  OPENAI_IMAGE_QUALITY: z.enum(['low', 'medium', 'high']).default('high'),
  OPENAI_VISION_MODEL: z.string().trim().min(1).default('gpt-6-luna'),
  /** Reads the chat. */
  OPENAI_CHAT_MODEL: z.string().trim().min(1).default('gpt-6-luna'),
  /** Calls at the same time over all workers. */
  OPENAI_CONCURRENCY: z.coerce.number().int().min(1).max(500).default(8),
  REPLICATE_CONCURRENCY: z.coerce.number().int().min(1).max(500).default(8),
  REPLICATE_API_TOKEN: optional,
  REPLICATE_BASE_URL: optional.pipe(z.url({ protocol: /^https?$/ }).optional()),
  REPLICATE_MODEL: z
    .enum(['google/nano-banana-pro', 'black-forest-labs/flux-2-pro'])
    .default('google/nano-banana-pro'),
  /** `whsec_…`; without it predictions are polled. */
  REPLICATE_WEBHOOK_SECRET: optional,
});

export type Env = ReturnType<typeof readEnv>;

/** Parses the environment. Throws an `Error` whose message names each wrong variable. */
export function readEnv(source: Record<string, string | undefined>) {
  const parsed = schema.safeParse(source);
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
    throw new Error(`Configuration: ${lines.join('; ')}`);
  }
  const env = parsed.data;
  const mode = env.HEADCRAFT_MODE ?? (env.DATABASE_URL ? 'production' : 'embedded');
  const sign = env.HEADCRAFT_MODE || mode === 'production' ? undefined : findSignOfDeployment(env);
  if (sign) throw new Error(`Configuration: ${sign}, but DATABASE_URL is not. ${WAYS_OUT}`);
  const problems = findProblems(env, mode);
  if (problems.length > 0) throw new Error(`Configuration: ${problems.join('; ')}`);
  const dataDir = path.resolve(env.HEADCRAFT_DATA_DIR);
  const contactEmail = env.CONTACT_EMAIL ?? addressIn(env.MAIL_FROM);
  return {
    ...env,
    mode,
    embedded: mode === 'embedded',
    dataDir,
    s3: bucketOf(env),
    social: socialOf(env),
    contactEmail,
    appUrl: (env.APP_URL ?? `http://localhost:${env.PORT}`).replace(/\/$/, ''),
    securityContact: contactOf(env.SECURITY_CONTACT ?? contactEmail),
  };
}

/** "headcraft <hello@example.com>" → "hello@example.com". */
function addressIn(from: string): string {
  return (/<([^<>]+)>\s*$/.exec(from)?.[1] ?? from).trim();
}

/** An address or a page → `mailto:…` or `https://…`. */
function contactOf(text: string): string {
  return URL.canParse(text) ? text : `mailto:${text}`;
}

/** Null without a bucket; `findProblems` has seen to it that it is whole. */
function bucketOf(env: z.infer<typeof schema>) {
  const { S3_BUCKET, S3_ENDPOINT, S3_REGION, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY } = env;
  if (!S3_BUCKET || !S3_ACCESS_KEY_ID || !S3_SECRET_ACCESS_KEY) return null;
  return {
    bucket: S3_BUCKET,
    endpoint: S3_ENDPOINT,
    // Other services have no regions but want one in the signature.
    region: S3_REGION ?? (S3_ENDPOINT ? 'auto' : 'us-east-1'),
    accessKeyId: S3_ACCESS_KEY_ID,
    secretAccessKey: S3_SECRET_ACCESS_KEY,
  };
}

/** The services that people can sign in with; null for one without keys. `findProblems` has seen to it that they are whole. */
function socialOf(env: z.infer<typeof schema>) {
  const { GOOGLE_BASE_URL, MICROSOFT_BASE_URL, MICROSOFT_TENANT_ID } = env;
  const google = clientOf(env.GOOGLE_CLIENT_ID, env.GOOGLE_CLIENT_SECRET, GOOGLE_BASE_URL);
  const microsoft = clientOf(env.MICROSOFT_CLIENT_ID, env.MICROSOFT_CLIENT_SECRET, MICROSOFT_BASE_URL);
  return { google, microsoft: microsoft && { ...microsoft, tenant: MICROSOFT_TENANT_ID.toLowerCase() } };
}

function clientOf(clientId: string | undefined, clientSecret: string | undefined, baseUrl: string) {
  if (!clientId || !clientSecret) return null;
  return { clientId, clientSecret, baseUrl: baseUrl.replace(/\/+$/, '') };
}

const WAYS_OUT = 'Set DATABASE_URL, or HEADCRAFT_MODE=embedded to run without a database of its own.';

/** Only a deployment behind a proxy, or with a database elsewhere, has these. */
const OF_A_DEPLOYMENT = ['DATABASE_DRIVER', 'NEON_WS_PROXY', 'TRUST_PROXY'] as const;

/**
 * What says that this is a deployment that lost its database's address. Embedded mode shows every mail, with its sign-in links, to
 * whoever opens it: in public nobody may get there by a forgotten variable. Production requires `APP_URL`, so a public one gives a
 * deployment away; a vendor's test key does not, somebody may try that vendor on a laptop. `NODE_ENV` says nothing, `npm start` sets it.
 */
function findSignOfDeployment(env: z.infer<typeof schema>): string | undefined {
  const name = OF_A_DEPLOYMENT.find((one) => env[one]);
  if (name) return `${name} is set`;
  if (/^(sk|rk)_live_/.test(env.STRIPE_SECRET_KEY ?? '')) return 'STRIPE_SECRET_KEY is set to a live key';
  const { APP_URL } = env;
  const isPublic = APP_URL && !(URL.canParse(APP_URL) && isLocalName(new URL(APP_URL).hostname));
  return isPublic ? 'APP_URL is set to a public address' : undefined;
}

function findProblems(env: z.infer<typeof schema>, mode: 'embedded' | 'production'): string[] {
  const problems: string[] = [];
  if (mode === 'production') {
    for (const name of [
      'DATABASE_URL',
      'AUTH_SECRET',
      'APP_URL',
      'STRIPE_SECRET_KEY',
      'STRIPE_WEBHOOK_SECRET',
    ] as const) {
      if (!env[name]) problems.push(`${name} is required in production mode`);
    }
    if (!env.RESEND_API_KEY && !env.SMTP_URL)
      problems.push('RESEND_API_KEY or SMTP_URL is required in production mode');
  }
  if (env.AUTH_SECRET && env.AUTH_SECRET.length < 32)
    problems.push('AUTH_SECRET must have at least 32 characters');
  if (env.CRON_SECRET && env.CRON_SECRET.length < 16)
    problems.push('CRON_SECRET must have at least 16 characters');
  if (env.METRICS_TOKEN && env.METRICS_TOKEN.length < 16)
    problems.push('METRICS_TOKEN must have at least 16 characters');
  if (env.VAULT_KEY && env.VAULT_KEY.length < 32) problems.push('VAULT_KEY must have at least 32 characters');
  if (Boolean(env.VAPID_PUBLIC_KEY) !== Boolean(env.VAPID_PRIVATE_KEY))
    problems.push('VAPID_PUBLIC_KEY and VAPID_PRIVATE_KEY belong together: set both or neither');
  for (const service of ['GOOGLE', 'MICROSOFT'] as const) {
    const [id, secret] = [`${service}_CLIENT_ID`, `${service}_CLIENT_SECRET`] as const;
    if (Boolean(env[id]) !== Boolean(env[secret]))
      problems.push(`${id} and ${secret} belong together: set both or neither`);
    const base = new URL(env[`${service}_BASE_URL`]);
    if (base.protocol === 'http:' && !isLocalName(base.hostname))
      problems.push(`${service}_BASE_URL must begin with https://`);
  }
  const s3 = ['S3_BUCKET', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY'] as const;
  if (s3.some((name) => env[name]) || env.S3_ENDPOINT || env.S3_REGION) {
    for (const name of s3) if (!env[name]) problems.push(`${name} is required with the other S3 variables`);
    if (env.BLOB_READ_WRITE_TOKEN)
      problems.push('S3_BUCKET and BLOB_READ_WRITE_TOKEN are both set: choose one');
  }
  if (env.HEADCRAFT_ENGINE === 'openai' && !env.OPENAI_API_KEY)
    problems.push('OPENAI_API_KEY is required with HEADCRAFT_ENGINE=openai');
  if (env.HEADCRAFT_ENGINE === 'replicate' && !env.REPLICATE_API_TOKEN)
    problems.push('REPLICATE_API_TOKEN is required with HEADCRAFT_ENGINE=replicate');
  if (env.REPLICATE_WEBHOOK_SECRET && !/^whsec_[A-Za-z0-9+/]{24,}=*$/.test(env.REPLICATE_WEBHOOK_SECRET))
    problems.push('REPLICATE_WEBHOOK_SECRET is not whsec_…');
  if (env.REPLICATE_WEBHOOK_SECRET && !env.REPLICATE_API_TOKEN)
    problems.push('REPLICATE_API_TOKEN is required with REPLICATE_WEBHOOK_SECRET');
  if (env.STRIPE_SECRET_KEY && !env.STRIPE_WEBHOOK_SECRET?.startsWith('whsec_')) {
    problems.push('STRIPE_WEBHOOK_SECRET (whsec_…) is required with STRIPE_SECRET_KEY');
  }
  return problems;
}

/** What works, but will be missed one day: told once at start. */
export function findWarnings({ mode, STAFF_EMAILS }: Pick<Env, 'mode' | 'STAFF_EMAILS'>): string[] {
  if (mode !== 'production' || STAFF_EMAILS.length > 0) return [];
  return [
    'STAFF_EMAILS is empty: nobody is mailed when a payment waits for staff, payments differ from Stripe or the ledger does not add up',
  ];
}

let cached: Env | undefined;

/** The process's configuration, read on first use so that importing a module never fails a build. */
export function env(): Env {
  cached ??= readEnv(process.env);
  return cached;
}

/**
 * A secret for `purpose`: from the environment in production; in embedded mode made once and kept in the data folder, so
 * that sessions and links survive a restart without any set-up.
 */
export function localSecret(purpose: string): string {
  const file = path.join(env().dataDir, 'secrets', purpose);
  if (!existsSync(file)) {
    mkdirSync(path.dirname(file), { recursive: true });
    try {
      writeFileSync(file, randomBytes(32).toString('hex'), { flag: 'wx', mode: 0o600 });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
  return readFileSync(file, 'utf8').trim();
}
