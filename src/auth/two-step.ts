/**
 * Turning the second step on and off. The vendor's functions for it replace the session, which would render the page as signed out
 * once, and ask nothing of people without a password; these keep the session, ask everybody for a proof, and tell by mail.
 */
import { createOTP } from '@better-auth/utils/otp';
import { generateRandomString, symmetricDecrypt, symmetricEncrypt } from 'better-auth/crypto';
import { and, eq } from 'drizzle-orm';
import { inTransaction } from '@/db/context';
import { account, session, twoFactor, user } from '@/db/schema/auth';
import type { Db } from '@/db/types';
import { mailAccountChange } from '@/features/account/account-mail';
import { forgetTrustedDevices } from '@/features/account/end-session';
import { AppError } from '@/lib/errors';
import { drawQr, type QrDrawing } from '@/lib/qr';
import { DAY } from '@/lib/time';
import { say } from '@/texts/current-texts';
import { auth } from './instance';
import { consumeLimit } from './rate-limit';
import { isFirstUse } from './second-step';
import type { SignedIn } from './session';
import { signInAgain } from './vendor-errors';

const CODES = 10;

/** What an authenticator app reads: the code to scan, and the same to type in. */
export type AppSecret = { qr: QrDrawing; secret: string };

/**
 * A new secret that counts once `confirmTwoStep` saw a code of it. Whoever has a password gives it; the others must have signed in
 * within a day. Throws `conflict` when two-step sign-in is on.
 */
export async function startTwoStep(
  db: Db,
  person: SignedIn,
  headers: Headers,
  password?: string,
): Promise<AppSecret> {
  await consumeLimit(db, 'proof', person.userId);
  if (!(await findPasswordHash(db, person.userId))) await requireFreshSession(db, person);
  const { api } = await auth();
  const answer = await api.enableTwoFactor({
    body: { method: 'totp', ...(password ? { password } : {}) },
    headers,
  });
  if (answer.method !== 'totp') throw new Error('better-auth made no secret.');
  return { qr: drawQr(answer.totpURI), secret: new URL(answer.totpURI).searchParams.get('secret') ?? '' };
}

/** Turns it on with a first code. Answers the backup codes, which nobody sees again. */
export async function confirmTwoStep(db: Db, person: SignedIn, code: string): Promise<string[]> {
  await consumeLimit(db, 'proof', person.userId);
  const row = await findTwoFactor(db, person.userId);
  if (!row || row.verified) throw new AppError('conflict', say('errors.twoStep.nothing'));
  if (!(await isRightCode(db, person.userId, row.secret, code)))
    throw refused('code', say('errors.twoStep.code'));
  const codes = newBackupCodes();
  const backupCodes = await encrypt(JSON.stringify(codes));
  await inTransaction({ db }, async ({ db: tx }) => {
    await tx.update(twoFactor).set({ verified: true, backupCodes }).where(eq(twoFactor.id, row.id));
    await tx.update(user).set({ twoFactorEnabled: true }).where(eq(user.id, person.userId));
    await mailAccountChange(tx, person.userId, 'two-step-on');
  });
  return codes;
}

/** Turns it off. `proof`: the password, a code of the app that was not used yet, or a backup code. */
export async function turnOffTwoStep(db: Db, person: SignedIn, proof: string): Promise<void> {
  await requireProof(db, person, proof);
  await inTransaction({ db }, async ({ db: tx }) => {
    const gone = await tx.delete(twoFactor).where(eq(twoFactor.userId, person.userId)).returning();
    await tx.update(user).set({ twoFactorEnabled: false }).where(eq(user.id, person.userId));
    await forgetTrustedDevices(tx, person.userId);
    if (gone.length > 0) await mailAccountChange(tx, person.userId, 'two-step-off');
  });
}

/** Makes the old backup codes worthless. `proof` as for turning off. */
export async function renewBackupCodes(db: Db, person: SignedIn, proof: string): Promise<string[]> {
  await requireProof(db, person, proof);
  const codes = newBackupCodes();
  const backupCodes = await encrypt(JSON.stringify(codes));
  await inTransaction({ db }, async ({ db: tx }) => {
    const changed = await tx
      .update(twoFactor)
      .set({ backupCodes })
      .where(and(eq(twoFactor.userId, person.userId), eq(twoFactor.verified, true)))
      .returning({ id: twoFactor.id });
    if (changed.length === 0) throw new AppError('conflict', say('errors.twoStep.off'));
    await mailAccountChange(tx, person.userId, 'backup-codes');
  });
  return codes;
}

/** How many backup codes are left; null while two-step sign-in is off. */
export async function countBackupCodes(db: Db, userId: string): Promise<number | null> {
  const row = await findTwoFactor(db, userId);
  return row?.verified ? (await readBackupCodes(row.backupCodes)).length : null;
}

async function requireProof(db: Db, { userId }: SignedIn, proof: string): Promise<void> {
  await consumeLimit(db, 'proof', userId);
  const hash = await findPasswordHash(db, userId);
  const row = await findTwoFactor(db, userId);
  if (row?.verified) {
    if (await isRightCode(db, userId, row.secret, proof)) return;
    if ((await readBackupCodes(row.backupCodes)).includes(proof.trim().toLowerCase())) return;
  }
  const { password } = await (await auth()).$context;
  // No password is shorter, and hashing is slow on purpose.
  if (hash && proof.length >= 10 && (await password.verify({ hash, password: proof }))) return;
  throw refused('proof', say(hash ? 'errors.twoStep.proof' : 'errors.twoStep.code'));
}

/** What `requireStrongProof` asks this person for; `too_old`: nothing they could type helps, only signing in again. */
export type ProofKind = 'code' | 'password' | 'none' | 'too_old';

export async function findProofKind(db: Db, person: SignedIn): Promise<ProofKind> {
  if ((await findTwoFactor(db, person.userId))?.verified) return 'code';
  if (await findPasswordHash(db, person.userId)) return 'password';
  return (await isFresh(db, person)) ? 'none' : 'too_old';
}

/**
 * For what cannot be undone. Where two-step sign-in is on, a code of the app that was not used yet or a backup code; else the password;
 * without either, a sign-in of the last day.
 */
export async function requireStrongProof(db: Db, person: SignedIn, proof = ''): Promise<void> {
  await consumeLimit(db, 'proof', person.userId);
  const row = await findTwoFactor(db, person.userId);
  if (row?.verified) {
    if (await isRightCode(db, person.userId, row.secret, proof)) return;
    if ((await readBackupCodes(row.backupCodes)).includes(proof.trim().toLowerCase())) return;
    throw refused('proof', say('errors.twoStep.code'));
  }
  const hash = await findPasswordHash(db, person.userId);
  if (!hash) return requireFreshSession(db, person);
  const { password } = await (await auth()).$context;
  if (proof.length >= 10 && (await password.verify({ hash, password: proof }))) return;
  throw refused('proof', say('deletion.refused.password'));
}

/** Throws `forbidden` with `reason` `sign_in_again` when the person signed in more than a day ago. */
export async function requireFreshSession(db: Db, person: SignedIn): Promise<void> {
  if (!(await isFresh(db, person))) throw signInAgain();
}

async function isFresh(db: Db, { sessionId }: SignedIn): Promise<boolean> {
  const [row] = await db.select({ since: session.createdAt }).from(session).where(eq(session.id, sessionId));
  return row !== undefined && row.since.getTime() >= Date.now() - DAY;
}

async function isRightCode(db: Db, userId: string, secret: string, given: string): Promise<boolean> {
  const code = given.replace(/\s/g, '');
  if (!/^\d{6}$/.test(code) || !(await isFirstUse(db, userId, code))) return false;
  return createOTP(await decrypt(secret), { digits: 6, period: 30 }).verify(code);
}

async function findTwoFactor(db: Db, userId: string) {
  const [row] = await db.select().from(twoFactor).where(eq(twoFactor.userId, userId));
  return row;
}

async function findPasswordHash(db: Db, userId: string): Promise<string | null> {
  const [row] = await db
    .select({ password: account.password })
    .from(account)
    .where(and(eq(account.userId, userId), eq(account.providerId, 'credential')));
  return row?.password ?? null;
}

/** In the vendor's shape, because the vendor checks them when signing in: five characters, a hyphen, five characters. */
function newBackupCodes(): string[] {
  const part = () => generateRandomString(5, 'a-z', '0-9');
  return Array.from({ length: CODES }, () => `${part()}-${part()}`);
}

async function readBackupCodes(stored: string): Promise<string[]> {
  return JSON.parse(await decrypt(stored)) as string[];
}

async function encrypt(data: string): Promise<string> {
  return symmetricEncrypt({ key: (await (await auth()).$context).secretConfig, data });
}

async function decrypt(data: string): Promise<string> {
  return symmetricDecrypt({ key: (await (await auth()).$context).secretConfig, data });
}

function refused(field: string, message: string): AppError {
  return new AppError('invalid', message, { fields: { [field]: message } });
}
