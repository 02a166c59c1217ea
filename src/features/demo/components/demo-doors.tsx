import { SubmitButton } from '@/components/ui/submit-button';
import { openDemoAction } from '../demo-actions';

/** Into the demo team with one press, as somebody who runs it or somebody who is in it. */
export function DemoDoors() {
  return (
    <section aria-labelledby="demo-title" className="mt-8 border-t pt-6">
      <h2 id="demo-title" className="font-semibold">
        Look around first
      </h2>
      <p className="mt-1 text-ink-2">
        A team of six with pictures, credits and a statement. Nothing to fill in; what you do there stays on
        this machine.
      </p>
      <div className="mt-4 grid grid-cols-2 gap-3">
        <Door as="owner">As owner</Door>
        <Door as="member">As member</Door>
      </div>
      <form action={openDemoAction} className="mt-3">
        <input type="hidden" name="as" value="owner" />
        <input type="hidden" name="afresh" value="1" />
        <button type="submit" className="link text-12">
          Start the demo afresh
        </button>
      </form>
    </section>
  );
}

function Door({ as, children }: { as: 'owner' | 'member'; children: string }) {
  return (
    <form action={openDemoAction}>
      <input type="hidden" name="as" value={as} />
      <SubmitButton variant="default" className="w-full">
        {children}
      </SubmitButton>
    </form>
  );
}
