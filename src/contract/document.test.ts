import { readFileSync } from 'node:fs';
import { Validator } from '@seriousme/openapi-schema-validator';
import { expect, test } from 'vitest';
import { EXAMPLE } from '@/app/(site)/docs/_guide/example';
import { ORGANIZATION_SCOPE_NAMES, type Scope } from '@/lib/scopes';
import { openApiDocument } from './document';
import { CONTRACTS } from './registry';

const ORGANIZATION: readonly Scope[] = ORGANIZATION_SCOPE_NAMES;

test('the document is OpenAPI 3.1', async () => {
  const document = openApiDocument('https://headcraft.example');
  expect(await new Validator().validate(JSON.parse(JSON.stringify(document)))).toEqual({ valid: true });
});

test('the cookie has the name that it has where the product answers', () => {
  const nameAt = (origin: string) => openApiDocument(origin).components.securitySchemes.session;
  expect(nameAt('https://headcraft.example')).toMatchObject({ name: '__Secure-better-auth.session_token' });
  expect(nameAt('http://localhost:3000')).toMatchObject({ name: 'better-auth.session_token' });
});

test('names are unique, and no place is taken twice', () => {
  const names = CONTRACTS.map(({ name }) => name);
  const places = CONTRACTS.map(({ method, path }) => `${method} ${path}`);
  expect(new Set(names).size).toBe(names.length);
  expect(new Set(places).size).toBe(places.length);
});

test('an organization’s key reaches no photos, no pictures, and nothing of one person', () => {
  for (const { name, who, scope, group, organizationKeys } of CONTRACTS.filter(
    (one) => one.organizationKeys,
  )) {
    expect(ORGANIZATION, name).toContain(scope);
    expect(['Photos', 'Headshots', 'Pictures', 'Consent and deletion', 'Notices'], name).not.toContain(group);
    expect([who, organizationKeys], name).not.toContain('own');
  }
});

test('the example of the docs is the script that runs', () => {
  expect(readFileSync('scripts/api-example.ts', 'utf8')).toContain(EXAMPLE);
});
