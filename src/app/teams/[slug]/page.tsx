import { PageHead } from '@/components/ui/page-head';
import { loadTeamShell } from '@/features/organizations/loaders';

type Props = { params: Promise<{ slug: string }> };

export default async function TeamHomePage({ params }: Props) {
  const { team } = await loadTeamShell(params);
  return <PageHead title={team.name} />;
}
