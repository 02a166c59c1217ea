import type { ReactNode } from 'react';
import { findPageSession } from '@/auth/page';
import { SiteFrame } from './_site/frame';

export default async function SiteLayout({ children }: { children: ReactNode }) {
  return <SiteFrame signedIn={(await findPageSession()) !== null}>{children}</SiteFrame>;
}
