/** What the account forms send; better-auth checks again with the same limits. */
import { z } from 'zod';

export const emailInput = z
  .string({ error: 'Enter your e-mail.' })
  .trim()
  .toLowerCase()
  .min(1, 'Enter your e-mail.')
  .max(254, 'This is too long for an e-mail address.')
  .pipe(z.email('This is not an e-mail address.'));

export const nameInput = z
  .string({ error: 'Enter your name.' })
  .trim()
  .min(1, 'Enter your name.')
  .max(80, 'At most 80 characters.')
  // Names stand in mails and notices; line breaks and markup would let a stranger write more than a name.
  .regex(/^[^\p{Cc}<>]*$/u, 'Use letters, spaces and hyphens.');

export const newPasswordInput = z
  .string({ error: 'Choose a password.' })
  .min(10, 'Use at least 10 characters.')
  .max(128, 'Use at most 128 characters.');

export const signUpInput = z.object({ name: nameInput, email: emailInput, password: newPasswordInput });
export const signInInput = z.object({
  email: emailInput,
  password: z.string({ error: 'Enter your password.' }).min(1, 'Enter your password.').max(128),
});
export const emailFormInput = z.object({ email: emailInput });
export const tokenInput = z.object({ token: z.string().min(1).max(1000) });
export const resetPasswordInput = tokenInput.extend({ password: newPasswordInput });
export const nameFormInput = z.object({ name: nameInput });
export const setPasswordInput = z.object({ password: newPasswordInput });
export const changePasswordInput = setPasswordInput.extend({
  currentPassword: z.string().min(1, 'Enter your current password.').max(128),
});
export const sessionInput = z.object({ sessionId: z.string().min(1).max(100) });
