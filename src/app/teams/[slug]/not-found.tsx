import { EmptyPicture } from '@/components/brand/empty-drawings';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';

/** Inside the team's frame, so that its pages stay at hand. */
export default function TeamPageNotFound() {
  return (
    <EmptyState
      light
      drawing={<EmptyPicture />}
      title="There is no page here"
      action={<ButtonLink href="/teams">Home of the team</ButtonLink>}
    >
      It was moved or deleted, it is somebody else’s, or it is for those who run the team.
    </EmptyState>
  );
}
