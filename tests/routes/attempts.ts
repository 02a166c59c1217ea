/** Who tries a route, with what, and which answer its contract promises them. */
import type { Contract } from '@/contract/define';
import { ORGANIZATION_SCOPE_NAMES, type Scope } from '@/lib/scopes';
import type { RouteCase } from './matrix';
import { ofTeam } from './matrix';

/** How somebody comes: a session's cookie, or tokens of theirs with all scopes, only reading ones, only changing ones. */
export type Person = { cookie: Headers; token: Headers; reading: Headers; changing: Headers };
export type Headers = Record<string, string>;

export type World = {
  /** The team whose objects are tried, and the member they belong to. */
  owner: Person;
  admin: Person;
  member: Person;
  colleague: Person;
  /** Of another team. */
  strangers: { owner: Person; admin: Person; member: Person };
  key: Headers;
  strangersKey: Headers;
  /** Keys that ended, and one that never was. */
  deadKeys: Headers[];
};

export type Attempt = {
  title: string;
  headers: Headers;
  /** Status and code of the error, or `2xx`. */
  expected: string;
  /** In the path and the body the strangers' own team stands, with the other team's objects. */
  theirTeam?: boolean;
};

const NOBODY = '401 unauthenticated';
const FORBIDDEN = '403 forbidden';
const NOT_THERE = '404 not_found';
const ELSEWHERE = { origin: 'https://evil.example' };

export function attemptsOn(route: RouteCase, world: World): Attempt[] {
  const { contract } = route;
  const all = [
    { title: 'without a session', headers: {}, expected: NOBODY },
    { title: 'with a dead key', headers: deadKey(route, world), expected: NOBODY },
    ...asStrangers(route, world),
    ...asColleagues(contract, world),
    ...withKeys(route, world),
    ...allowed(route, world),
  ];
  if (contract.method !== 'GET') {
    const headers = { ...entitled(contract, world).cookie, ...ELSEWHERE };
    all.push({ title: "from another site's page", headers, expected: FORBIDDEN });
  }
  return all;
}

function asStrangers(route: RouteCase, { strangers }: World): Attempt[] {
  if (!ofTeam(route)) return [];
  const expected = NOT_THERE;
  const theirs = Boolean(route.params) || namesObjects(route);
  return Object.entries(strangers).flatMap(([role, person]) => [
    { title: `as another team's ${role}`, headers: person.cookie, expected },
    ...(role === 'owner'
      ? withToken(route, "with a token of another team's owner", person.token, expected)
      : []),
    ...(theirs && role === 'owner'
      ? [
          { title: "with another team's objects", headers: person.cookie, expected, theirTeam: true },
          ...withToken(route, "with another team's objects by token", person.token, expected).map(
            (attempt) => ({ ...attempt, theirTeam: true }),
          ),
        ]
      : []),
  ]);
}

function asColleagues(contract: Contract, { owner, admin, colleague }: World): Attempt[] {
  const both = (title: string, person: Person, expected: string): Attempt[] => [
    { title: `as ${title}`, headers: person.cookie, expected },
    {
      title: `with a token of ${title}`,
      headers: person.token,
      expected: contract.scope ? expected : FORBIDDEN,
    },
  ];
  if (contract.who === 'admin') return both('a member', colleague, FORBIDDEN);
  if (contract.who !== 'own') return [];
  return [
    ...both('a colleague', colleague, NOT_THERE),
    ...both('an admin', admin, NOT_THERE),
    ...both('the owner', owner, NOT_THERE),
  ];
}

/** A key reaches what its scope and its kind say, and no person's things. */
function withKeys(route: RouteCase, world: World): Attempt[] {
  const { contract } = route;
  const { scope, organizationKeys } = contract;
  const person = entitled(contract, world);
  const wrongScope = scope?.endsWith(':read') ? person.changing : person.reading;
  const inPath = route.route.startsWith('teams/[teamId]');
  const othersSee = inPath && scope && holds(scope) ? NOT_THERE : FORBIDDEN;
  return [
    { title: 'with a token for other things', headers: wrongScope, expected: FORBIDDEN },
    ...(scope ? [] : [{ title: 'with a token', headers: person.token, expected: FORBIDDEN }]),
    ...(organizationKeys ? [] : [{ title: "with the team's key", headers: world.key, expected: FORBIDDEN }]),
    { title: "with another team's key", headers: world.strangersKey, expected: othersSee },
  ];
}

/** Reading changes nothing, so whoever may read can be tried too. */
function allowed(route: RouteCase, world: World): Attempt[] {
  const { contract, empty } = route;
  if (contract.method !== 'GET') return [];
  const expected = empty ? NOT_THERE : '2xx';
  const who: [string, Person][] = {
    everyone: [],
    own: [['its member', world.member] as [string, Person]],
    person: [['somebody', world.colleague] as [string, Person]],
    admin: [
      ['the owner', world.owner],
      ['an admin', world.admin],
    ] as [string, Person][],
    member: [
      ['the owner', world.owner],
      ['an admin', world.admin],
      ['a member', world.member],
    ] as [string, Person][],
  }[contract.who];
  return [
    ...who.flatMap(([title, { cookie, token }]) => [
      { title: `as ${title}, who may`, headers: cookie, expected },
      ...(contract.scope ? [{ title: `with a token of ${title}`, headers: token, expected }] : []),
    ]),
    ...(contract.organizationKeys
      ? [{ title: "with the team's key", headers: world.key, expected: route.keyless ?? expected }]
      : []),
  ];
}

function withToken({ contract }: RouteCase, title: string, headers: Headers, expected: string): Attempt[] {
  return contract.scope ? [{ title, headers, expected }] : [];
}

/** Each route sees one of them, so that together they see all. */
function deadKey({ contract }: RouteCase, { deadKeys }: World): Headers {
  return deadKeys[contract.path.length % deadKeys.length] ?? {};
}

/** Whoever the route is for. */
function entitled({ who }: Contract, world: World): Person {
  return who === 'admin' ? world.admin : world.member;
}

function holds(scope: Scope): boolean {
  return (ORGANIZATION_SCOPE_NAMES as readonly Scope[]).includes(scope);
}

/** Whether the body names people or things of the team. */
function namesObjects({ route }: RouteCase): boolean {
  return /credits\/(allocate|reassign)|headshots\/(generate|batch)/.test(route);
}
