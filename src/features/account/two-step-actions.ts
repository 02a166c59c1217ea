'use server';
/** Turning the second step on and off, and new backup codes, from the account page. */
import { revalidatePath } from 'next/cache';
import { headers } from 'next/headers';
import { database } from '@/adapters/database/client';
import { type FormOutcome, submitForm } from '@/auth/form';
import { requireSession, type SignedIn } from '@/auth/session';
import {
  type AppSecret,
  confirmTwoStep,
  renewBackupCodes,
  startTwoStep,
  turnOffTwoStep,
} from '@/auth/two-step';
import type { Db } from '@/db/types';
import type { FormState } from '@/lib/form-state';
import { say } from '@/texts/current-texts';
import { codeInput, proofInput, startTwoStepInput } from './input';

export type SetUpState = FormState & {
  /** What the app has to read; then a first code is asked for. */
  app?: AppSecret | undefined;
  /** Shown once. */
  backupCodes?: string[] | undefined;
};

/** One form, two steps: without an `app` it starts, with one it takes the first code. */
export async function setUpTwoStepAction(previous: SetUpState, form: FormData): Promise<SetUpState> {
  if (!previous.app) return begin(form);
  const outcome = await submitForm(form, codeInput, async ({ code }) => {
    const { db, person } = await asked();
    return confirmTwoStep(db, person, code);
  });
  if (!outcome.ok) return { ...outcome.state, app: previous.app };
  revalidatePath('/account');
  return { backupCodes: outcome.value };
}

async function begin(form: FormData): Promise<SetUpState> {
  const outcome = await submitForm(form, startTwoStepInput, async ({ password }) => {
    const { db, person } = await asked();
    return startTwoStep(db, person, await headers(), password);
  });
  if (!outcome.ok) return stateOf(outcome);
  return { app: outcome.value };
}

export async function renewBackupCodesAction(_previous: SetUpState, form: FormData): Promise<SetUpState> {
  const outcome = await submitForm(form, proofInput, async ({ proof }) => {
    const { db, person } = await asked();
    return renewBackupCodes(db, person, proof);
  });
  if (!outcome.ok) return outcome.state;
  revalidatePath('/account');
  return { backupCodes: outcome.value };
}

export async function turnOffTwoStepAction(_previous: FormState, form: FormData): Promise<FormState> {
  const outcome = await submitForm(form, proofInput, async ({ proof }) => {
    const { db, person } = await asked();
    await turnOffTwoStep(db, person, proof);
    return say('errors.twoStep.off');
  });
  if (!outcome.ok) return outcome.state;
  revalidatePath('/account');
  return { done: outcome.value };
}

async function asked(): Promise<{ db: Db; person: SignedIn }> {
  const person = await requireSession(await headers());
  return { db: await database(), person };
}

/** The vendor names the wrong password after another form's field. */
function stateOf({ state }: Extract<FormOutcome<unknown>, { ok: false }>): FormState {
  const { currentPassword, ...fields } = state.fields ?? {};
  return currentPassword ? { ...state, fields: { ...fields, password: currentPassword } } : state;
}
