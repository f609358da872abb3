import { useWords } from '../../shared/language.tsx';
import { tell } from '../signals.ts';
import { useNow } from '../useNow.ts';
import { type Pending, sendNow, takeBack } from './pendingSends.ts';
import classes from './thread.module.css';
import { threadWords } from './words.ts';

/** A message that has not left: counting down, on its way, held back, or failed; with what can be done. */
export function PendingView({ pending, lastSeq }: { pending: Pending; lastSeq: number }) {
  const w = useWords(threadWords);
  const now = useNow();
  const left = Math.max(0, Math.ceil((pending.sendAt - now.getTime()) / 1_000));
  const edit = () => {
    const back = takeBack(pending.clientKey);
    if (back?.text) tell('compose', { text: back.text, mode: back.internal ? 'note' : 'reply' });
  };
  const why =
    pending.problem?.code === 'interrupted'
      ? w('interrupted')
      : pending.problem?.code === 'offline'
        ? w('offline')
        : (pending.problem?.detail ?? '');
  return (
    <article className={pending.internal ? classes.note : classes.message} data-side="us" data-pending={pending.state}>
      <p className={classes.bubble}>{pending.text ?? (pending.card ? w('card', { title: pending.card.title }) : '')}</p>
      <div
        className={classes.pendingLine}
        role={pending.state === 'held' || pending.state === 'failed' ? 'alert' : undefined}
      >
        {pending.state === 'waiting' && (
          <>
            <span aria-live="off">{w('leavesIn', { n: left })}</span>
            <button type="button" onClick={edit}>
              {w('undo')} (Z)
            </button>
            <button
              type="button"
              onClick={() => {
                sendNow(pending.clientKey);
                tell('compose', {});
              }}
            >
              {w('sendNow')}
            </button>
          </>
        )}
        {pending.state === 'sending' && <span>{w('sending')}</span>}
        {(pending.state === 'held' || pending.state === 'failed') && (
          <>
            <span className={classes.failedText}>
              {pending.state === 'held' ? w('heldBack') : w('notSent', { why })}
            </span>
            <button
              type="button"
              onClick={() => {
                sendNow(pending.clientKey, lastSeq);
                tell('compose', {});
              }}
            >
              {pending.state === 'held' ? w('sendAnyway') : w('sendNow')}
            </button>
            {pending.text && (
              <button type="button" onClick={edit}>
                {w('edit')}
              </button>
            )}
            <button
              type="button"
              onClick={() => {
                takeBack(pending.clientKey);
                tell('compose', {});
              }}
            >
              {w('drop')}
            </button>
          </>
        )}
      </div>
    </article>
  );
}
