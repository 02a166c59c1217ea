import { DrizzleQueryError } from 'drizzle-orm/errors';
import { expect, test } from 'vitest';
import { describeError, errorMessage } from './log-error';

const SECRET = 'https://app.example.test/sign-in/link/s3cret';

test('a failed statement is logged without its values, with the code and the place', () => {
  const cause = Object.assign(
    new Error('duplicate key value violates unique constraint "user_email_unique"'),
    {
      code: '23505',
      constraint: 'user_email_unique',
      detail: 'Key (email)=(nora@example.test) already exists.',
    },
  );
  const error = new DrizzleQueryError(
    'insert into "mail" values ($1, $2)',
    [`<a href="${SECRET}">\n    at home</a>`, 'x'],
    cause,
  );
  const logged = describeError(error);
  const text = JSON.stringify(logged);
  expect(text).not.toContain('s3cret');
  expect(text).not.toContain('at home');
  expect(text).not.toContain('nora@');
  expect(logged.message).toBe('Failed query: insert into "mail" values ($1, $2)');
  expect(logged.stack).toContain('log-error.test.ts');
  expect(logged.cause).toMatchObject({ code: '23505', constraint: 'user_email_unique' });
});

test('addresses are blotted out, also in errors of errors and in what is no error', () => {
  const refused = new Error('550 5.1.1 <nora.vogt+x@mail.example.test>: no such user');
  expect(errorMessage(refused)).toBe('550 5.1.1 <[e-mail]>: no such user');
  expect(errorMessage('nora@example.test')).toBe('[e-mail]');
  expect(JSON.stringify(describeError(new AggregateError([refused], '1 failed')))).not.toContain('nora');
});

test('an error that is its own cause ends', () => {
  const loop = new Error('loop');
  loop.cause = loop;
  expect(JSON.stringify(describeError(loop)).length).toBeLessThan(20_000);
});
