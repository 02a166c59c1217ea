import type { Policy } from '@/features/privacy/policy';
import { Facts } from '../../_legal/pieces';

const LEAD =
  'Before your first photo you read this and accept it yourself; nobody can do it for you, not even an admin. You also say that you are 18 or older and that the photos are of you. Without this, no photo is taken in.';

/** The consent itself, so that everybody can read it before they have an account. */
export function Photos({ consent }: { consent: Policy }) {
  return (
    <>
      <p>{LEAD}</p>
      <Facts facts={consent.sections.map(({ title, text }) => ({ name: title, text }))} />
      <p className="text-14 text-ink-3">
        Version <span className="code">{consent.version}</span>. When the text or a company in it changes,
        everybody is asked again.
      </p>
    </>
  );
}
