/** The part of `scripts/api-example.ts` that the page shows; a test holds the two together. */
export const EXAMPLE = `const api = \`\${site}/api/teams/\${team}\`;

async function call<T>(method: string, path: string, body?: object, once?: string): Promise<T> {
  const answer = await fetch(\`\${api}\${path}\`, {
    method,
    headers: {
      authorization: \`Bearer \${key}\`,
      ...(body ? { 'content-type': 'application/json' } : {}),
      ...(once ? { 'idempotency-key': once } : {}),
    },
    body: body && JSON.stringify(body),
  });
  if (answer.ok) return (await answer.json()) as T;
  const { error } = (await answer.json()) as { error: { code: string; message: string } };
  throw new Error(\`\${error.code}: \${error.message}\`);
}

// Everybody in the team, however many pages that takes.
const members = await all<Member>('/members', 'members');
for (const { name, free } of members) console.log(\`\${name}: \${free} credits\`);

// The same key, the same request: running this again today moves nothing twice.
const day = new Date().toISOString().slice(0, 10);
for (const { id } of members.filter(({ free }) => free === 0))
  await call(
    'POST',
    '/credits/allocate',
    { memberId: id, amount: 1, note: 'A first credit' },
    \`first:\${day}:\${id}\`,
  );

const lines = await all<Line>('/credits/statement?account=pool', 'rows');
for (const line of lines) console.log(line.at, line.what, line.in ?? -(line.out ?? 0), '→', line.balance);

async function all<T>(path: string, rows: string): Promise<T[]> {
  const found: T[] = [];
  let cursor: string | null = null;
  do {
    const query = new URLSearchParams({ limit: '50', ...(cursor ? { cursor } : {}) });
    const page: Page<T> = await call('GET', \`\${path}\${path.includes('?') ? '&' : '?'}\${query}\`);
    found.push(...(page[rows] as T[]));
    cursor = page.nextCursor;
  } while (cursor);
  return found;
}`;
