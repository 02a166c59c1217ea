/**
 * `npm run demo [-- --photos DIR] [-- --url URL]`: the whole main job over the real HTTP API, on a server of its own or a running
 * embedded one. Prints every step, the ledger before and after, and where the pictures are; exits non-zero when anything is off.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import sharp from 'sharp';
import { type Product, startProduct } from '../running-product';
import { mailedLink, signUp, tokenOf } from './people';
import { type DemoPhoto, readPhotos, strangersPhoto } from './photos';
import { eventually, expectEqual, expectTrue, step } from './steps';
import { Visitor } from './visitor';

const OUT = path.resolve('.data/demo');
const PACK = { id: 'starter', credits: 50 };
const FREE_CREDITS = 3;
const GIVEN = 6;
const VARIATIONS = 4;

type Team = { id: string; slug: string };
type Balances = { pool: number; wallets: number; held: number; promised: number; used: number };
type Photo = { id: string; status: string; findings: { check: string; level: string; message: string }[] };
type Picture = { id: string; number: number; status: string; likeness: { score: number } | null };
type Generation = {
  id: string;
  status: string;
  progress: number;
  credits: { each: number; charged: number | null; released: number | null };
  failure: string | null;
  pictures: Picture[];
};

const { values: options } = parseArgs({ options: { photos: { type: 'string' }, url: { type: 'string' } } });

let product: Product | undefined;
try {
  const photos = readPhotos(options.photos);
  rmSync(OUT, { recursive: true, force: true });
  mkdirSync(OUT, { recursive: true });
  if (!options.url)
    product = await step(
      'Start the product',
      () => startProduct({ dataDir: path.join(OUT, 'server') }),
      ({ url }) => url,
    );
  await mainJob(options.url ?? product?.url ?? '', photos);
  process.stdout.write(`\nAll as it should be. Pictures: ${OUT}\n`);
} catch (error) {
  process.stderr.write(
    `\nThe demo found something off: ${error instanceof Error ? error.message : String(error)}\n`,
  );
  process.exitCode = 1;
} finally {
  await product?.stop();
}

async function mainJob(url: string, photos: DemoPhoto[]): Promise<void> {
  const run = Date.now().toString(36);
  const owner = await step(
    'Sign up, confirm the e-mail, sign in',
    () => signUp(url, 'Maren Vogt', `maren-${run}@demo.test`),
    (visitor) => visitor.email,
  );
  const team = await step(
    'Create a team',
    () => owner.post<Team>('/api/teams', { name: 'Demo team' }),
    ({ slug }) => slug,
  );
  const before = await tellLedger(owner, team, 'Ledger before');
  expectEqual('free credits of a first team', before.pool, FREE_CREDITS);

  await buy(owner, team);
  const member = await invite(owner, team, run, url);
  const setId = await upload(member, team, photos);
  await generate(member, team, setId);

  const after = await tellLedger(owner, team, 'Ledger after');
  expectEqual('credits held after the end', after.held, 0);
  expectEqual(
    'every credit is somewhere',
    after.pool + after.wallets + after.promised + after.used,
    FREE_CREDITS + PACK.credits,
  );
  await step(
    'Verify the ledger from its entries',
    () =>
      owner.get<{ differences: unknown[]; counts: { transfers: number; entries: number } }>(
        '/api/dev/verify-ledger',
      ),
    (report) => {
      expectEqual('differences', report.differences, []);
      return `${report.counts.transfers} transfers, ${report.counts.entries} entries, no difference`;
    },
  );
}

async function buy(owner: Visitor, team: Team): Promise<void> {
  const checkout = () =>
    owner.post<{ orderId: string; url: string }>('/api/stripe/create-checkout', {
      teamId: team.id,
      pack: PACK.id,
    });
  const order = await step('Order a Starter pack', checkout, ({ orderId }) => orderId);
  const sessionId = new URL(order.url).pathname.split('/').at(-1) ?? '';
  const pay = (number: string) =>
    owner.post<{ status: string; message?: string }>(`/api/dev/checkout/${sessionId}`, {
      number,
      expiry: '12/34',
      cvc: '123',
    });
  await step(
    'Pay with a card that is declined',
    () => pay('4000 0000 0000 0002'),
    ({ status, message }) => {
      expectEqual('a declined card', status, 'declined');
      return `"${message}"`;
    },
  );
  expectEqual('pool after a declined card', (await balances(owner, team)).pool, FREE_CREDITS);
  await step(
    'Pay with a card that works',
    () => pay('4242 4242 4242 4242'),
    ({ status }) => status,
  );
  await step(
    'The signed webhook brings the credits',
    () =>
      eventually(
        'credits in the pool',
        () => balances(owner, team),
        ({ pool }) => pool === FREE_CREDITS + PACK.credits,
        30,
      ),
    ({ pool }) => `pool ${pool}`,
  );
}

async function invite(owner: Visitor, team: Team, run: string, url: string): Promise<Visitor> {
  const member = new Visitor(url, 'Nora Lindqvist', `nora-${run}@demo.test`);
  await step(`Invite by e-mail, with ${GIVEN} credits`, () =>
    owner.post(`/api/teams/${team.id}/invitations`, { emails: [member.email], credits: GIVEN }),
  );
  const token = tokenOf(await mailedLink(member, 'invitation'));
  await step(
    'Accept the invitation (no password needed)',
    () => member.post<{ memberId: string }>(`/api/invitations/${token}/accept`, { name: member.name }),
    ({ memberId }) => memberId,
  );
  await step(
    'The same link a second time',
    () =>
      new Visitor(url, 'Thief', 'thief@demo.test').refused('POST', `/api/invitations/${token}/accept`, {
        name: 'Thief',
      }),
    ({ status, message }) => `refused with ${status}: "${message}"`,
  );
  return member;
}

async function upload(member: Visitor, team: Team, photos: DemoPhoto[]): Promise<string> {
  const { policy } = await member.get<{ policy: { version: string; textHash: string } }>(
    `/api/teams/${team.id}/consents`,
  );
  await step('Consent', () =>
    member.post(`/api/teams/${team.id}/consents`, {
      policyVersion: policy.version,
      textHash: policy.textHash,
      adult: true,
      ownPhotos: true,
    }),
  );
  const usable: string[] = [];
  for (const photo of photos) {
    const checked = await step(`Upload ${photo.name}`, () => send(member, team, photo), verdict);
    if (checked.status === 'accepted' || checked.status === 'warned') usable.push(checked.id);
  }
  if (!options.photos) {
    const stranger = await step(
      'Upload a photo of somebody else',
      () => send(member, team, strangersPhoto()),
      verdict,
    );
    expectEqual('a photo of somebody else', stranger.status, 'rejected');
    await step('Take it out again', () =>
      member.call('DELETE', `/api/teams/${team.id}/uploads/${stranger.id}`),
    );
  }
  expectTrue(
    `${usable.length} of ${photos.length} photos are usable; a set needs 6 to 14`,
    usable.length >= 6,
  );
  const set = await step(
    'Submit the photo set',
    () => member.post<{ photoSetId: string }>(`/api/teams/${team.id}/photo-sets`),
    ({ photoSetId }) => photoSetId,
  );
  return set.photoSetId;
}

async function send(member: Visitor, team: Team, photo: DemoPhoto): Promise<Photo> {
  const form = new FormData();
  form.set('clientKey', photo.name);
  form.set('file', new File([photo.bytes], photo.name));
  return member.call<Photo>('POST', `/api/teams/${team.id}/uploads`, { form });
}

function verdict(photo: Photo): string {
  const findings = photo.findings.filter(({ level }) => level !== 'pass').map(({ message }) => message);
  return findings.length > 0 ? `${photo.status}: ${findings.join('; ')}` : photo.status;
}

async function generate(member: Visitor, team: Team, photoSetId: string): Promise<void> {
  const root = `/api/teams/${team.id}/headshots`;
  const request = { style: 'corporate', aspect: '4:5', quality: 'standard', variations: VARIATIONS };
  const estimate = await step(
    'Ask for the price',
    () => member.post<{ total: number }>('/api/headshots/estimate', request),
    ({ total }) => `${total} credits`,
  );
  const { id } = await step(
    'Generate',
    () => member.post<{ id: string }>(`${root}/generate`, { ...request, photoSetId }),
    (started) => started.id,
  );
  const ended = await step(
    'Wait for the pictures',
    () =>
      eventually(
        'the generation',
        () => member.get<Generation>(`${root}/${id}`),
        ({ status }) => !['queued', 'processing'].includes(status),
        180,
      ),
    ({ status, pictures }) =>
      `${status}; likeness ${pictures.map(({ likeness }) => likeness?.score ?? '–').join(', ')}`,
  );
  const accepted = ended.pictures.filter(({ status }) => status === 'accepted');
  expectEqual('state of the generation', ended.status, 'completed');
  expectEqual('price of all pictures', estimate.total, VARIATIONS * ended.credits.each);
  expectEqual('charged', ended.credits.charged, accepted.length * ended.credits.each);
  for (const picture of accepted)
    await step(
      `Download picture ${picture.number}`,
      () => savePicture(member, `${root}/${id}`, picture),
      String,
    );
  await step('Download all as a ZIP', () => saveZip(member, `${root}/${id}`), String);
}

async function savePicture(member: Visitor, generation: string, picture: Picture): Promise<string> {
  const response = await member.fetch('GET', `${generation}/download?picture=${picture.id}`);
  const bytes = Buffer.from(await response.arrayBuffer());
  expectEqual('status of the download', response.status, 200);
  const { width, height, xmp } = await sharp(bytes).metadata();
  expectTrue(
    'the file says that it is AI-made',
    xmp?.toString('utf8').includes('DigitalSourceType') ?? false,
  );
  const file = path.join(OUT, `corporate-${picture.number}.jpg`);
  writeFileSync(file, bytes);
  return `${path.relative(process.cwd(), file)}, ${width}×${height}, marked`;
}

async function saveZip(member: Visitor, generation: string): Promise<string> {
  const response = await member.fetch('GET', `${generation}/download`);
  const bytes = Buffer.from(await response.arrayBuffer());
  expectEqual('type of the ZIP', bytes.subarray(0, 2).toString('latin1'), 'PK');
  const file = path.join(OUT, 'corporate.zip');
  writeFileSync(file, bytes);
  return `${path.relative(process.cwd(), file)}, ${Math.round(bytes.length / 1024)} kB`;
}

async function balances(owner: Visitor, team: Team): Promise<Balances> {
  return (await owner.get<{ balances: Balances }>(`/api/teams/${team.id}/credits/overview`)).balances;
}

function tellLedger(owner: Visitor, team: Team, title: string): Promise<Balances> {
  return step(
    title,
    () => balances(owner, team),
    ({ pool, wallets, held, promised, used }) =>
      `pool ${pool}, wallets ${wallets} (held ${held}), promised ${promised}, used ${used}`,
  );
}
