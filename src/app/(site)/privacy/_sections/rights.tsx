import type { Operator } from '@/features/privacy/policy-loaders';
import { MailLink, Points } from '../../_legal/pieces';

const POINTS = [
  'Delete one photo, all of them, one headshot or all of a request. It disappears at once and its links die with it; the files are gone within minutes, and a receipt with the hash of each file remains.',
  'Withdraw your consent on the page where you upload. What is being made stops and is not charged, your photos and face measurements are deleted. Your place in the team stays.',
  'Download every headshot, one by one or all in a ZIP file. They are yours: leaving a team does not take them away.',
  'Download all your headshots and everything that is written about you from your account page, as a ZIP file of pictures and JSON.',
  'See on your account page which devices are signed in, and sign them out. Choose which notices and mails you get.',
];

export function Rights({ operator }: { operator: Operator }) {
  return (
    <>
      <Points points={POINTS} />
      <p>
        For anything else that the law gives you, such as a correction or the deletion of your account, write
        to <MailLink address={operator.email} />. You may also complain to the data protection authority where
        you live.
      </p>
    </>
  );
}
