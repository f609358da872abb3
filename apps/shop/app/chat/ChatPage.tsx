import type { Chat } from '@throughline/chat';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useLanguage, useWords } from '../shared/language.ts';
import { Still } from '../shared/Still.tsx';
import { ShopLink } from './ChatLauncher.tsx';
import styles from './chat.module.css';
import { launcherWords } from './launcherWords.ts';
import type { LeftSaid } from './leaveAction.ts';

/** Where scripts run, the conversation takes its place at once: its own would be loaded for nothing. */
const LeaveForm = lazy(async () => ({ default: (await import('./LeaveForm.tsx')).LeaveForm }));

/** The conversation as a page: mails lead here. Without JavaScript one leaves a message and is answered by e-mail. */
export function ChatPage({ said, clientKey }: { said: LeftSaid | undefined; clientKey: string }) {
  const language = useLanguage();
  const say = useWords(launcherWords);
  const [loaded, setLoaded] = useState<{ program: typeof import('@throughline/chat'); chat: Chat }>();
  useEffect(() => {
    let chat: Chat | undefined;
    let left = false;
    void import('@throughline/chat').then((program) => {
      if (left) return;
      chat = program.createChat({ language });
      setLoaded({ program, chat });
    });
    return () => {
      left = true;
      chat?.stop();
    };
  }, [language]);
  return (
    <div className={`page ${styles.chatPage}`}>
      <h1>{say('chat')}</h1>
      {loaded ? (
        <loaded.program.ChatPanel chat={loaded.chat} language={language} Link={ShopLink} mode="page" />
      ) : (
        <Still id="leave-message" awake={false}>
          <Suspense>
            <LeaveForm said={said} clientKey={clientKey} />
          </Suspense>
        </Still>
      )}
    </div>
  );
}
