/** Tests look at every answer through here (`tests/support/answers.ts`). Nobody else sets an observer. */
import type { Contract } from './define';

export type Observer = (contract: Contract, response: Response) => Promise<void>;

const place = globalThis as typeof globalThis & { headcraftAnswerObserver?: Observer };

export async function observeAnswer(contract: Contract, response: Response): Promise<void> {
  await place.headcraftAnswerObserver?.(contract, response);
}
