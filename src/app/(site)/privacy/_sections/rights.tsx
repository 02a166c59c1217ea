import { useTexts } from '#use-texts';
import type { Operator } from '@/features/privacy/policy-loaders';
import { MailLink, Points } from '../../_legal/pieces';

const POINTS = ['delete', 'withdraw', 'download', 'export', 'account', 'devices'] as const;

export function Rights({ operator }: { operator: Operator }) {
  const { t, rich } = useTexts();
  return (
    <>
      <Points points={POINTS.map((point) => t(`site.privacy.rights.${point}`))} />
      <p>
        {rich('site.privacy.rights.other', {
          address: () => <MailLink key="address" address={operator.email} />,
        })}
      </p>
    </>
  );
}
