import { Alert, Button, PasswordInput, Stack, Text, TextInput, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { ProblemError } from '@throughline/client';
import { isLanguage } from '@throughline/ui/words';
import { type FormEvent, useState } from 'react';
import { unwrap, useApi } from '../shared/api.ts';
import { useChooseLanguage, useWords } from '../shared/language.tsx';
import { restartLive } from '../shell/live.ts';
import { meQuery } from '../shell/me.ts';
import classes from './signIn.module.css';
import { accountWords } from './words.ts';

const route = getRouteApi('/sign-in');

const said: Record<string, 'offline' | 'wrong' | 'tooMany'> = {
  offline: 'offline',
  sign_in_failed: 'wrong',
  rate_limited: 'tooMany',
};

export function SignIn() {
  const t = useWords(accountWords);
  const api = useApi();
  const router = useRouter();
  const queries = useQueryClient();
  const choose = useChooseLanguage();
  const { to } = route.useSearch();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const signIn = useMutation({
    mutationFn: () => unwrap(api.POST('/api/staff/sign-in', { body: { email, password } })),
    onSuccess: async (me) => {
      restartLive();
      queries.setQueryData(meQuery().queryKey, me);
      if (isLanguage(me.language)) choose(me.language);
      await router.invalidate();
      router.history.push(to.startsWith('/console') ? to : `/console${to}`);
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    signIn.mutate();
  };
  const { error } = signIn;
  const sayError = (fault: Error) => {
    const word = fault instanceof ProblemError ? said[fault.code] : undefined;
    return word ? t(word) : fault.message;
  };
  return (
    <main className={classes.page}>
      <form onSubmit={submit} className={classes.card}>
        <Stack gap="lg">
          <div>
            <Title order={1}>{t('title')}</Title>
            <Text c="dimmed">{t('subtitle')}</Text>
          </div>
          {error && (
            <Alert color="red" variant="light" role="alert">
              {sayError(error)}
            </Alert>
          )}
          <TextInput
            label={t('email')}
            type="email"
            autoComplete="username"
            required
            withAsterisk={false}
            value={email}
            onChange={(event) => setEmail(event.currentTarget.value)}
          />
          <PasswordInput
            label={t('password')}
            autoComplete="current-password"
            visibilityToggleButtonProps={{ 'aria-label': t('showPassword') }}
            required
            withAsterisk={false}
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
          />
          <Button type="submit" size="md" loading={signIn.isPending}>
            {t('signIn')}
          </Button>
        </Stack>
      </form>
    </main>
  );
}
