import type { Chat } from '@throughline/chat';
import { useEffect, useState } from 'react';
import { Form } from 'react-router';
import { useLanguage, useWords } from '../shared/language.ts';
import { ShopLink } from './ChatLauncher.tsx';
import styles from './chat.module.css';
import { chatWords } from './chatWords.ts';
import type { LeftSaid } from './leaveAction.ts';

/** The conversation as a page: mails lead here. Without JavaScript one leaves a message and is answered by e-mail. */
export function ChatPage({ said, clientKey }: { said: LeftSaid | undefined; clientKey: string }) {
  const language = useLanguage();
  const say = useWords(chatWords);
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
      <h1>{say('title')}</h1>
      {loaded ? (
        <loaded.program.ChatPanel chat={loaded.chat} language={language} Link={ShopLink} mode="page" />
      ) : (
        <>
          <p>{said?.left ? say('left', { email: said.email }) : say('lead')}</p>
          <Form method="post" className={styles.form} noValidate>
            <input type="hidden" name="clientKey" value={said?.clientKey ?? clientKey} />
            <label className={styles.label}>
              {say('email')}
              <input className="field" name="email" type="email" autoComplete="email" defaultValue={said?.email} />
            </label>
            <label className={styles.label}>
              {say('text')}
              <textarea className="field" name="text" maxLength={4000} defaultValue={said?.left ? '' : said?.text} />
            </label>
            {said?.fault && (
              <p className={styles.fault} role="alert">
                {say(said.fault)}
              </p>
            )}
            <button type="submit" className="button">
              {say('send')}
            </button>
          </Form>
        </>
      )}
    </div>
  );
}
