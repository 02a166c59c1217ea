'use client';

import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useTexts } from '#use-texts';
import { ActionBar } from '@/components/ui/action-bar';
import { Alert } from '@/components/ui/alert';
import { Button, ButtonLink } from '@/components/ui/button';
import { Dialog, DialogActions } from '@/components/ui/dialog';
import { toast } from '@/components/ui/toast';
import { useRequestKey } from '@/components/ui/use-request-key';
import { changeEdit, completed, redoEdit, sameEdit, startSteps, undoEdit } from '../../edit-rules';
import { unedited, type VersionList } from '../../edit-types';
import type { EditorData } from '../../editor-loaders';
import { chooseCurrent, EditError, editProblem, readVersions, saveVersion } from './editor-api';
import { EditorPanel } from './editor-panel';
import { EditorStage } from './editor-stage';
import { useLeaveGuard } from './use-leave-guard';
import { type Shown, usePreview } from './use-preview';
import { useUndoKeys } from './use-undo-keys';
import { VersionStrip } from './version-strip';

/** Everything that can be changed about an accepted picture. Nothing here costs a credit, and the original is always kept. */
export function PictureEditor({ data }: { data: EditorData }) {
  const texts = useTexts();
  const { t } = texts;
  const { slug, generationId, picture, aspect, styles, backdrops } = data;
  const router = useRouter();
  const target = { slug, generationId, pictureId: picture.id };
  const [list, setList] = useState(data.versions);
  const saved = shownOf(list, aspect);
  const [steps, setSteps] = useState(() => startSteps(saved.edit));
  const edit = steps.now;
  const dirty = !sameEdit(edit, saved.edit);
  const [busy, setBusy] = useState<'save' | 'choose' | null>(null);
  const [comparing, setComparing] = useState(false);
  const [refusal, setRefusal] = useState<EditError | null>(null);
  /** A version that was pressed while something is unsaved. */
  const [pressed, setPressed] = useState<{ id: string | null } | null>(null);
  const { keyFor } = useRequestKey();
  const preview = usePreview(target, edit, saved);
  const guard = useLeaveGuard(dirty);
  const undo = steps.past.length > 0 ? () => setSteps(undoEdit) : null;
  const redo = steps.future.length > 0 ? () => setSteps(redoEdit) : null;
  useUndoKeys(setSteps);

  async function working(what: 'save' | 'choose', work: () => Promise<void>) {
    setBusy(what);
    setRefusal(null);
    try {
      await work();
      // Pages that show this picture show the new one.
      router.refresh();
    } catch (error) {
      setRefusal(error instanceof EditError ? error : new EditError('other'));
    } finally {
      setBusy(null);
    }
  }

  const save = () =>
    working('save', async () => {
      const { number } = await saveVersion(target, edit, keyFor(edit));
      setList(await readVersions(target));
      toast.success(t('headshots.client.editor.saved', { number }));
    });

  const choose = (id: string | null) =>
    working('choose', async () => {
      const next = await chooseCurrent(target, id);
      setList(next);
      setPressed(null);
      setSteps((before) => changeEdit(before, shownOf(next, aspect).edit, null, Date.now()));
    });

  const press = (id: string | null) => (dirty ? setPressed({ id }) : choose(id));
  const back = `/teams/${slug}/headshots/${generationId}?picture=${picture.number}`;
  const problem = refusal ?? preview.problem;
  const saveButton = (
    <Button
      variant="key"
      size="big"
      className="w-full"
      disabled={!dirty}
      pending={busy === 'save'}
      onClick={save}
    >
      {t('headshots.client.editor.save', { number: (list.versions.at(-1)?.number ?? 0) + 1 })}
    </Button>
  );
  return (
    <>
      <div className="grid grid-cols-[minmax(0,1fr)_336px] grid-rows-[auto_1fr] items-start gap-6 max-lg:grid-cols-[minmax(0,1fr)_312px] max-md:grid-cols-1 max-md:grid-rows-none phone:gap-4">
        <div className="min-w-0 phone:sticky phone:top-14 phone:z-10 phone:-mx-5 phone:bg-paper phone:px-5 phone:pb-3">
          <EditorStage
            shown={preview.shown}
            original={list.original}
            updating={preview.updating}
            comparing={comparing}
          />
        </div>
        <aside
          aria-label={t('headshots.client.editor.tools')}
          className="rounded-card border bg-card md:row-span-2"
        >
          <EditorPanel
            slug={slug}
            edit={edit}
            styles={styles}
            backdrops={backdrops}
            undo={undo}
            redo={redo}
            comparing={comparing}
            onCompare={setComparing}
            onChange={(to, control) => setSteps((before) => changeEdit(before, to, control, Date.now()))}
          />
          <div className="grid gap-2 border-t px-5 py-4">
            {problem && (
              <Alert tone="bad" action={problem.reason === 'consent_required' && <ConsentLink slug={slug} />}>
                {editProblem(problem, texts)}
              </Alert>
            )}
            <div className="phone:hidden">{saveButton}</div>
            <div className="flex gap-2">
              <Button
                className="flex-1"
                disabled={sameEdit(edit, unedited(aspect))}
                onClick={() => setSteps((before) => changeEdit(before, unedited(aspect), null, Date.now()))}
              >
                {t('headshots.client.editor.reset')}
              </Button>
              <ButtonLink href={back} className="flex-1">
                {t('headshots.client.editor.done')}
              </ButtonLink>
            </div>
            <p className="text-12 text-ink-2">{t('headshots.client.editor.free')}</p>
          </div>
        </aside>
        <div className="min-w-0">
          <VersionStrip list={list} onChoose={press} disabled={busy !== null} />
        </div>
      </div>
      <ActionBar>{saveButton}</ActionBar>
      <Discard
        open={pressed !== null}
        title={t('headshots.client.editor.leave.switchTitle')}
        pending={busy === 'choose'}
        onStay={() => setPressed(null)}
        onLeave={() => pressed && choose(pressed.id)}
      />
      <Discard
        open={guard.asked}
        title={t('headshots.client.editor.leave.leaveTitle')}
        onStay={guard.stay}
        onLeave={guard.leave}
      />
    </>
  );
}

/** What is shown everywhere now: the current version or the picture as it was made. */
function shownOf({ versions, current, original }: VersionList, aspect: EditorData['aspect']): Shown {
  const version = versions.find(({ id }) => id === current);
  if (!version) return { src: original.url, edit: unedited(aspect), box: null };
  return { src: version.url, edit: completed(version.edit), box: version.box };
}

function ConsentLink({ slug }: { slug: string }) {
  const { t } = useTexts();
  return (
    <Link href={`/teams/${slug}/headshots/new`} className="font-medium underline underline-offset-2">
      {t('headshots.client.editor.consent')}
    </Link>
  );
}

type DiscardProps = {
  open: boolean;
  title: string;
  pending?: boolean;
  onStay: () => void;
  onLeave: () => void;
};

function Discard({ open, title, pending = false, onStay, onLeave }: DiscardProps) {
  const { t } = useTexts();
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => !next && onStay()}
      title={title}
      description={t('headshots.client.editor.leave.body')}
    >
      <DialogActions>
        <Button variant="danger" pending={pending} onClick={onLeave}>
          {t('headshots.client.editor.leave.discard')}
        </Button>
        <Button variant="key" onClick={onStay}>
          {t('headshots.client.editor.leave.stay')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
