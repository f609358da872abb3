import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { newKey, unwrap, useApi } from '../../shared/api.ts';
import { Dialog } from '../../shared/Dialog.tsx';
import { useWords } from '../../shared/language.tsx';
import type { Source } from './SourceRow.tsx';
import classes from './sources.module.css';
import { sourceWords } from './words.ts';

const channels = ['web', 'mobile_app', 'store', 'phone'] as const;
type Channel = (typeof channels)[number];

/** A new source, or what may change of one: its name and channel stay, because its people and reports are kept under them. */
export function SourceForm({ source, onClose }: { source?: Source; onClose(): void }) {
  const t = useWords(sourceWords);
  const api = useApi();
  const queries = useQueryClient();
  const [name, setName] = useState('');
  const [label, setLabel] = useState(source?.label ?? '');
  const [channel, setChannel] = useState<Channel>('web');
  const [origins, setOrigins] = useState(source?.allowedOrigins.join('\n') ?? '');
  const [once] = useState(newKey);
  const save = useMutation({
    mutationFn: async () => {
      const common = { label: label.trim(), allowedOrigins: origins.split(/\s+/).filter(Boolean) };
      if (source)
        await unwrap(api.PATCH('/api/staff/sources/{id}', { params: { path: { id: source.id } }, body: common }));
      else
        await unwrap(
          api.POST('/api/staff/sources', { headers: { 'idempotency-key': once }, body: { name, channel, ...common } }),
        );
    },
    async onSuccess() {
      notifications.show({ message: t('saved') });
      await queries.invalidateQueries({ queryKey: ['sources'] });
      onClose();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate();
  };
  return (
    <Dialog title={source ? source.label : t('add')} onClose={onClose}>
      <form onSubmit={submit} className={classes.form}>
        <TextInput
          label={t('label')}
          value={label}
          required
          withAsterisk={false}
          maxLength={60}
          onChange={(event) => setLabel(event.currentTarget.value)}
        />
        {!source && (
          <>
            <TextInput
              label={t('name')}
              description={t('nameHint')}
              value={name}
              required
              withAsterisk={false}
              pattern="[a-z][a-z0-9_\-]{1,39}"
              onChange={(event) => setName(event.currentTarget.value)}
            />
            <NativeSelect
              label={t('channel')}
              value={channel}
              data={channels.map((value) => ({ value, label: t(value) }))}
              onChange={(event) => setChannel(event.currentTarget.value as Channel)}
            />
          </>
        )}
        <Textarea
          label={t('origins')}
          description={t('originsHint')}
          value={origins}
          autosize
          minRows={2}
          onChange={(event) => setOrigins(event.currentTarget.value)}
        />
        {save.error && (
          <p role="alert" className={classes.bad}>
            {save.error.message}
          </p>
        )}
        <Button type="submit" loading={save.isPending}>
          {t('save')}
        </Button>
      </form>
    </Dialog>
  );
}
