import { Button, Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Answer } from '@throughline/client';
import { useState } from 'react';
import { newKey, unwrap, useApi } from '../../shared/api.ts';
import { Dialog } from '../../shared/Dialog.tsx';
import { useWords } from '../../shared/language.tsx';
import money from '../money/money.module.css';
import { privacyWords } from './words.ts';

export type Wording = Answer<'/api/staff/privacy/consents', 'get'>['wordings'][number];
const languages = ['en', 'pl', 'ru'] as const;

/** New words beside a choice, in all three languages: what is shown now to begin with. */
export function WordingForm({ shown, onClose }: { shown: Wording; onClose(): void }) {
  const t = useWords(privacyWords);
  const api = useApi();
  const queries = useQueryClient();
  const [text, setText] = useState(shown.text);
  const [once] = useState(newKey);
  const publish = useMutation({
    mutationFn: () =>
      unwrap(
        api.POST('/api/staff/privacy/wordings', {
          headers: { 'idempotency-key': once },
          body: { place: shown.place, instead: shown.version, text },
        }),
      ),
    async onSuccess({ version }) {
      await queries.invalidateQueries({ queryKey: ['privacy', 'consents'] });
      notifications.show({ message: t('published', { version }) });
      onClose();
    },
  });
  const isChanged = languages.some((language) => text[language].trim() !== shown.text[language]);
  return (
    <Dialog onClose={onClose} title={t('newWords', { place: t(shown.place) })} size="lg">
      <form
        className={money.form}
        onSubmit={(event) => {
          event.preventDefault();
          publish.mutate();
        }}
      >
        <p className={money.soft}>{t(shown.place === 'banner' ? 'asksAgain' : 'fromNowOn')}</p>
        {languages.map((language) => (
          <Textarea
            key={language}
            data-autofocus={language === 'en' || undefined}
            label={t(`in_${language}`)}
            lang={language}
            value={text[language]}
            required
            withAsterisk={false}
            minLength={10}
            maxLength={1_000}
            autosize
            minRows={3}
            onChange={(event) => setText({ ...text, [language]: event.currentTarget.value })}
          />
        ))}
        {publish.error && (
          <p role="alert" className={money.bad}>
            {publish.error.message}
          </p>
        )}
        <Button type="submit" loading={publish.isPending} disabled={!isChanged}>
          {t('publish')}
        </Button>
      </form>
    </Dialog>
  );
}
