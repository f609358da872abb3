import { Button, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { unwrap, useApi } from '../../../shared/api.ts';
import { useWords } from '../../../shared/language.tsx';
import { Section } from '../../../shared/page/index.ts';
import classes from './channels.module.css';
import { plain, type Rule } from './rules.ts';
import { channelWords } from './words.ts';

/** One address and the page before it, by the rules as they stand on the page. */
export function TryIt({ rules, onSpoke }: { rules: readonly Rule[]; onSpoke(key: string | undefined): void }) {
  const t = useWords(channelWords);
  const api = useApi();
  const [url, setUrl] = useState('');
  const [referrer, setReferrer] = useState('');
  const ask = useMutation({
    mutationFn: () =>
      unwrap(api.POST('/api/staff/channel-rules/try', { body: { rules: plain(rules), url: url.trim(), referrer } })),
    onSuccess: ({ rule }) => onSpoke(rule === null ? undefined : rules[rule]?.key),
    onError: () => onSpoke(undefined),
  });
  return (
    <Section title={t('tryTitle')}>
      <form
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault();
          ask.mutate();
        }}
      >
        <TextInput
          label={t('url')}
          value={url}
          required
          withAsterisk={false}
          maxLength={2000}
          onChange={(event) => setUrl(event.currentTarget.value)}
        />
        <TextInput
          label={t('before')}
          value={referrer}
          maxLength={2000}
          onChange={(event) => setReferrer(event.currentTarget.value)}
        />
        <Button type="submit" variant="default" loading={ask.isPending}>
          {t('tryIt')}
        </Button>
        <p role="status" className={ask.error ? classes.bad : undefined}>
          {ask.error
            ? ask.error.message
            : ask.data &&
              t(ask.data.rule === null ? 'triedNone' : 'tried', {
                arrival: t(ask.data.arrival),
                n: (ask.data.rule ?? 0) + 1,
              })}
        </p>
      </form>
    </Section>
  );
}
