import type { ReactNode } from 'react';
import { requireMemberCredits } from '@/features/credits/member-loaders';

type Props = { params: Promise<{ slug: string; memberId: string }>; children: ReactNode };

/** Above the loading state, so that a wallet one may not see, or that is not there, is a real 404. The page checks again by itself. */
export default async function MemberCreditsLayout({ params, children }: Props) {
  await requireMemberCredits(params);
  return children;
}
