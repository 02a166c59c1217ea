import { NextRequest } from 'next/server';
import { expect, test, vi } from 'vitest';
import * as middlewareFile from '../middleware';
import * as proxyFile from '../src/proxy';

test('Next finds one logic and one matcher under both of its names', () => {
  expect(proxyFile.proxy).toBe(middlewareFile.middleware);
  expect(proxyFile.config.matcher).toEqual(middlewareFile.config.matcher);
});

test('every answer has its own nonce and the security headers, and the camera stays allowed', () => {
  const answers = [1, 2].map(() =>
    middlewareFile.middleware(new NextRequest('http://localhost:3000/sign-in')),
  );
  const policies = answers.map((answer) => answer.headers.get('content-security-policy') ?? '');
  expect(policies[0]).not.toBe(policies[1]);
  expect(policies[0]).toMatch(/script-src 'self' 'nonce-[^']+' 'strict-dynamic'/);
  expect(policies[0]).toContain("frame-ancestors 'none'");
  // Without a rule of its own a service worker falls under that for scripts, which names no address.
  expect(policies[0]).toContain("worker-src 'self'");
  expect(answers[0]?.headers.get('permissions-policy')).toContain('camera=(self)');
  expect(answers[0]?.headers.get('x-content-type-options')).toBe('nosniff');
});

test('pages talk to us alone, and to the store when photos are sent there', () => {
  const connectSource = () => {
    const answer = middlewareFile.middleware(new NextRequest('http://localhost:3000/sign-in'));
    return /connect-src [^;]*/.exec(answer.headers.get('content-security-policy') ?? '')?.[0];
  };
  expect(connectSource()).toBe("connect-src 'self'");
  vi.stubEnv('S3_BUCKET', 'faces');
  expect(connectSource()).toBe("connect-src 'self' https://faces.s3.us-east-1.amazonaws.com");
  vi.unstubAllEnvs();
});

test('forms lead to another service only where its keys are set', () => {
  const targets = () => {
    const answer = middlewareFile.middleware(new NextRequest('http://localhost:3000/sign-in'));
    return /form-action ([^;]*)/.exec(answer.headers.get('content-security-policy') ?? '')?.[1];
  };
  expect(targets()).toBe("'self' https://checkout.stripe.com");
  vi.stubEnv('GOOGLE_CLIENT_ID', 'id');
  expect(targets()).toBe("'self' https://checkout.stripe.com https://accounts.google.com");
  vi.stubEnv('GOOGLE_BASE_URL', 'http://127.0.0.1:9000/there');
  expect(targets()).toContain(' http://127.0.0.1:9000');
  vi.unstubAllEnvs();
});

test('a client cannot choose its own address', () => {
  const request = new NextRequest('http://localhost:3000/', {
    headers: { 'x-headcraft-ip': '1.2.3.4', 'x-forwarded-for': '5.6.7.8' },
  });
  const seen = middlewareFile.middleware(request).headers.get('x-middleware-request-x-headcraft-ip');
  expect(seen).toBe('direct');
});

test('an address names a language', () => {
  const ask = (path: string) => middlewareFile.middleware(new NextRequest(`http://localhost:3000${path}`));
  const german = ask('/de/pricing');
  expect(german.headers.get('x-middleware-rewrite')).toBe('http://localhost:3000/pricing');
  expect(german.headers.get('x-middleware-request-x-headcraft-language')).toBe('de');
  expect(german.headers.get('set-cookie')).toMatch(/^headcraft-language=de; Path=\/;/);
  expect(ask('/de').headers.get('x-middleware-rewrite')).toBe('http://localhost:3000/');
  const english = ask('/en/pricing');
  expect([english.status, english.headers.get('location')]).toEqual([307, 'http://localhost:3000/pricing']);
  expect(english.headers.get('set-cookie')).toMatch(/^headcraft-language=en; Path=\/;/);
  const plain = ask('/pricing');
  expect(plain.headers.get('x-middleware-request-x-headcraft-language')).toBeNull();
  expect([plain.headers.get('set-cookie'), plain.headers.get('content-security-policy')]).toEqual([
    null,
    expect.any(String),
  ]);
});

test('the page whose path is a secret tells no other where one came from', () => {
  const policyOf = (path: string) =>
    middlewareFile.middleware(new NextRequest(`http://localhost:3000${path}`)).headers.get('referrer-policy');
  expect(['/phone/a-secret', '/phone', '/phones', '/teams'].map(policyOf)).toEqual([
    'no-referrer',
    'no-referrer',
    'same-origin',
    'same-origin',
  ]);
});
