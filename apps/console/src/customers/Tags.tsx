import { Button, CloseButton, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { newKey, unwrap, useApi } from '../shared/api.ts';
import { useWords } from '../shared/language.tsx';
import classes from './customers.module.css';
import { useReread } from './queries.ts';
import { profileWords } from './words.ts';

/** Tags as chips. Each is put on and taken off by itself, so colleagues at it at once take nothing from each other. */
export function Tags({ id, tags }: { id: string; tags: readonly string[] }) {
  const t = useWords(profileWords);
  const api = useApi();
  const reread = useReread(id);
  const [text, setText] = useState<string>();
  const change = useMutation({
    mutationFn: (body: { add?: string[]; remove?: string[] }) =>
      unwrap(
        api.POST('/api/staff/customers/{id}/tags', {
          params: { path: { id }, header: { 'idempotency-key': newKey() } },
          body,
        }),
      ),
    onSuccess: () => {
      setText(undefined);
      reread();
    },
  });
  return (
    <div className={classes.tags}>
      {tags.map((tag) => (
        <span key={tag} className={classes.tag}>
          {tag}
          <CloseButton
            size="sm"
            aria-label={t('removeTag', { tag })}
            onClick={() => change.mutate({ remove: [tag] })}
          />
        </span>
      ))}
      {text === undefined ? (
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconPlus size={14} aria-hidden="true" />}
          onClick={() => setText('')}
        >
          {t('addTag')}
        </Button>
      ) : (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (text.trim()) change.mutate({ add: [text] });
          }}
        >
          <TextInput
            data-autofocus
            ref={(field) => {
              if (field && text === '') field.focus();
            }}
            size="xs"
            aria-label={t('addTag')}
            placeholder={t('tagHint')}
            maxLength={40}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key === 'Escape') setText(undefined);
            }}
          />
          <Button type="submit" size="compact-sm" variant="default" loading={change.isPending}>
            {t('save')}
          </Button>
        </form>
      )}
      {change.error && (
        <span role="alert" className={classes.bad}>
          {change.error.message}
        </span>
      )}
    </div>
  );
}
