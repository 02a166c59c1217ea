/** The house as data; `check-structure.ts` reads it. The first layer whose pattern fits a file is its layer. */

export type Layer = {
  name: string;
  files: RegExp;
  /** Files of ours that it may import, besides files of its own feature. */
  may: RegExp[];
  /** Files of its own feature that it may not import. */
  ownNever?: RegExp;
  /** Packages that it may not import. */
  packagesNever?: RegExp;
  /** Files of which it may import types alone. */
  typesOnly?: RegExp;
};

const LIB = /^src\/(lib|texts)\//;
const ENV = /^src\/env$/;
const DB = /^src\/db\//;
const ADAPTERS = /^src\/adapters\//;
const VISION = /^src\/vision\//;
const FEATURES = /^src\/features\//;
const AUTH = /^src\/auth\//;
const CONTRACT = /^src\/contract\//;
/** Schemas of what comes in. */
const INPUT = /^src\/features\/.+\/(input|[a-z-]+-input)$/;
const JOBS = /^src\/jobs\//;
/** What features may know of the queue: how to put something in, how to define a job. */
const JOB_PORT = /^src\/jobs\/(port|definition|trusted-ctx)$/;
const UI = /^src\/components\//;
const EMAILS = /^emails\//;
const CLIENT_SAFE =
  /^src\/features\/[^/]+\/(?:[a-z-]+\/)?(price-list|prices|rules|input|policy|styles|event-types|[a-z-]+-types|[a-z-]+-rules)$/;
const EDGE = /^src\/features\/[^/]+\/(actions|loaders|components\/.+|[a-z-]+-actions|[a-z-]+-loaders)$/;

const WEB = /^(next|react|react-dom)(\/|$)/;
const VENDORS = /^(stripe|resend|openai|replicate|@vercel\/blob|nodemailer|pg-boss)$/;

export const LAYERS: Layer[] = [
  { name: 'lib', files: /^src\/lib\//, may: [LIB], packagesNever: WEB },
  // Below everything: errors, mails and pages are written in the language of whoever reads them.
  { name: 'texts', files: /^src\/texts\//, may: [/^src\/texts\//] },
  { name: 'env', files: /^src\/env\.ts$/, may: [LIB], packagesNever: WEB },
  { name: 'db', files: /^src\/db\//, may: [LIB, DB], packagesNever: WEB },
  { name: 'vision', files: /^src\/vision\//, may: [LIB, VISION], packagesNever: WEB },
  { name: 'adapter', files: /^src\/adapters\//, may: [LIB, ENV, DB, ADAPTERS, VISION], packagesNever: WEB },
  { name: 'email', files: /^emails\//, may: [EMAILS, /^src\/texts\//] },
  {
    name: 'feature component',
    files: /^src\/features\/[^/]+\/components\//,
    may: [LIB, UI, CLIENT_SAFE, EDGE],
    ownNever: /^src\/features\/[^/]+\/(queries|ledger)$/,
    packagesNever: VENDORS,
    // Schemas bring zod, 32 kB of gzipped script.
    typesOnly: INPUT,
  },
  {
    name: 'feature edge',
    files: /^src\/features\/[^/]+\/((actions|loaders)|[a-z-]+-(actions|loaders))\.tsx?$/,
    may: [LIB, ENV, DB, ADAPTERS, AUTH, FEATURES, JOB_PORT],
    packagesNever: VENDORS,
  },
  {
    name: 'feature core',
    files: /^src\/features\//,
    may: [LIB, ENV, DB, ADAPTERS, VISION, FEATURES, JOB_PORT, EMAILS],
    packagesNever: /^(next|react-dom)(\/|$)/,
  },
  {
    name: 'contract',
    files: /^src\/contract\//,
    may: [LIB, CONTRACT, INPUT, CLIENT_SAFE, /^src\/auth\/rate-limit$/],
    packagesNever: WEB,
  },
  { name: 'auth', files: /^src\/auth\//, may: [LIB, ENV, DB, ADAPTERS, AUTH, CONTRACT, FEATURES] },
  { name: 'jobs', files: /^src\/jobs\//, may: [LIB, ENV, DB, ADAPTERS, VISION, FEATURES, JOBS] },
  { name: 'component', files: /^src\/components\//, may: [LIB, UI, CLIENT_SAFE], packagesNever: VENDORS },
  {
    name: 'api route',
    files: /^src\/app\/(.*\/)?route\.tsx?$/,
    may: [LIB, ENV, AUTH, CONTRACT, FEATURES, JOBS, ADAPTERS, VISION],
    packagesNever: VENDORS,
  },
  {
    name: 'page',
    files: /^src\/app\//,
    may: [LIB, ENV, UI, CLIENT_SAFE, EDGE, AUTH, CONTRACT, /^src\/app\//],
    packagesNever: VENDORS,
  },
  // Pages without the framework's script, made of the public pages' sections.
  {
    name: 'document page',
    files: /^src\/pages\//,
    may: [LIB, ENV, UI, CLIENT_SAFE, EDGE, /^src\/app\/(\(site\)\/|globals\.css$)/],
    packagesNever: VENDORS,
  },
  { name: 'entry', files: /^src\/(instrumentation|proxy)\.ts$/, may: [JOBS, /^middleware$/] },
];

/** Which feature may import which: no cycles, and nobody imports upwards. */
const ANY = ['audit', 'notifications'];
export const FEATURE_GRAPH: Record<string, string[]> = {
  // What runs the installation reads everything; nobody imports it.
  admin: [...ANY, 'credits', 'billing', 'generation', 'organizations'],
  'api-keys': ANY,
  audit: [],
  notifications: [],
  credits: ANY,
  uploads: [...ANY, 'privacy'],
  billing: [...ANY, 'credits'],
  organizations: [...ANY, 'credits', 'billing'],
  generation: [...ANY, 'credits', 'billing', 'uploads', 'privacy'],
  headshots: [...ANY, 'generation', 'uploads', 'privacy', 'credits', 'billing'],
  privacy: [...ANY, 'billing'],
  account: [...ANY, 'organizations', 'privacy', 'headshots', 'generation', 'billing', 'api-keys'],
  'local-stripe': [],
  // A seed: it writes other features' rows as they would have, and credits through the ledger.
  demo: [...ANY, 'credits', 'billing', 'organizations', 'uploads', 'generation', 'privacy'],
};

/** Files that only some may know. */
export const RESERVED: { files: RegExp; importers: RegExp; why: string }[] = [
  {
    files: /^src\/adapters\/payments\/stand-in\//,
    importers: /^src\/(adapters\/payments|features\/local-stripe)\/|^src\/jobs\/boot\.ts$/,
    why: 'only its own pages know the local Stripe; everybody else talks to Stripe',
  },
  {
    files: /^src\/features\/local-stripe\//,
    importers: /^src\/(features\/local-stripe|app\/dev|app\/api\/dev)\//,
    why: 'the local Stripe’s pages lie under /dev',
  },
];

export const NAME_RULES: { applies(file: string): boolean; pattern: RegExp; why: string }[] = [
  {
    applies: () => true,
    pattern: /^(?:[a-z0-9./@()_-]|\[[.\w]+\])+$/,
    why: 'file and folder names are kebab-case',
  },
  {
    applies: (file) => !/^src\/(app|pages)\//.test(file),
    pattern: /^(?!.*\/(utils|helpers|services|common|index)(\.tsx?|\/)).*$/,
    why: 'no utils, helpers, services, common or index files',
  },
];
