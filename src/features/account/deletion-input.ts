import { z } from 'zod';
import { textKey } from '@/texts/message-key';

const EMAIL = textKey('deletion.refused.email');

export const deleteAccountInput = z.strictObject({
  /** The address of the account, typed once more. */
  email: z.string({ error: EMAIL }).min(1, EMAIL).max(320),
  /** A code of the authenticator app or a backup code, or the password; nothing where there is neither. */
  proof: z.string().max(128).optional(),
  /** Unspent credits that were paid for end with a team of one. */
  giveUpCredits: z.boolean().optional(),
});
export type DeleteAccountInput = z.input<typeof deleteAccountInput>;

/** The same from a form, whose fields are text. */
export const deleteAccountForm = z.object({
  email: deleteAccountInput.shape.email,
  proof: deleteAccountInput.shape.proof,
  giveUpCredits: z
    .literal('on')
    .optional()
    .transform((ticked) => ticked === 'on'),
});
