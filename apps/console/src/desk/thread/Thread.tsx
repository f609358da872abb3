import { Button, Skeleton } from '@mantine/core';
import { ProblemError } from '@throughline/client';
import { useEffect, useRef } from 'react';
import { useWords } from '../../shared/language.tsx';
import { useMe } from '../../shell/me.ts';
import desk from '../desk.module.css';
import { mergePresent, usePresent, useSayPresence } from '../presence.ts';
import { useThread } from '../queries.ts';
import type { DeskPlace } from '../useDeskPlace.ts';
import { deskWords } from '../words.ts';
import { Composer } from './Composer.tsx';
import { Messages } from './Messages.tsx';
import { ThreadHead } from './ThreadHead.tsx';
import classes from './thread.module.css';
import { threadWords } from './words.ts';

/** One conversation: what was said, who else is in it, and the answer. */
export function Thread({ threadId, place }: { threadId: string; place: DeskPlace }) {
  const t = useWords(deskWords);
  const w = useWords(threadWords);
  const me = useMe();
  const thread = useThread(threadId);
  const say = useSayPresence(threadId);
  const present = usePresent(threadId, me.id);
  const { data: page } = thread;
  const canonical = useRef(place);
  canonical.current = place;
  useEffect(() => {
    if (!page) return;
    mergePresent(
      threadId,
      page.present.filter((one) => one.personId !== me.id),
    );
    // Joined into another conversation meanwhile: that one is the place to be.
    if (page.thread.id !== threadId) canonical.current.open(page.thread.id);
  }, [page, threadId, me.id]);
  if (thread.isError && !page) {
    const isGone = thread.error instanceof ProblemError && thread.error.code === 'not_found';
    return (
      <div className={desk.empty} role="alert">
        <h2>{isGone ? w('gone') : t('failed')}</h2>
        <p>
          <Button variant="default" mt="sm" onClick={() => (isGone ? place.close() : void thread.refetch())}>
            {isGone ? t('back') : t('again')}
          </Button>
        </p>
      </div>
    );
  }
  if (!page) return <Loading />;
  const colleagues = present.filter((one) => one.who === 'staff');
  const writers = colleagues.filter((one) => one.doing !== 'looking');
  const isShopperTyping = present.some((one) => one.who === 'shopper' && one.doing === 'writing');
  return (
    <>
      <ThreadHead page={page} place={place} />
      <div
        className={classes.presence}
        role="status"
        data-shown={colleagues.length > 0 || undefined}
        data-writing={writers.length > 0 || undefined}
      >
        {writers.length > 0
          ? w('writing', { name: names(writers, t('colleague')) })
          : colleagues.length > 0
            ? w('looking', { name: names(colleagues, t('colleague')) })
            : ''}
      </div>
      <Messages page={page} isShopperTyping={isShopperTyping} />
      <Composer page={page} onTyping={say} />
    </>
  );
}

const names = (present: readonly { name: string | null }[], nobody: string): string =>
  present.map((one) => one.name ?? nobody).join(', ');

function Loading() {
  return (
    <div aria-hidden="true" className={classes.loading}>
      <Skeleton height={24} width="40%" />
      {[60, 45, 70, 30].map((width, index) => (
        <Skeleton key={width} height={44} width={`${width}%`} ml={index % 2 ? 'auto' : 0} />
      ))}
    </div>
  );
}
