import { Button, NumberInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type Answer, ProblemError } from '@throughline/client';
import { type FormEvent, useState } from 'react';
import { unwrap, useApi } from '../../shared/api.ts';
import { useWords } from '../../shared/language.tsx';
import { Waiting, WideTable } from '../../shared/page/index.ts';
import classes from './settings.module.css';
import { settingsWords } from './words.ts';

type Limits = Answer<'/api/staff/settings/limits', 'get'>;
const roles = ['shopper', 'agent', 'associate', 'manager', 'admin'] as const;
const purposes = ['reserve_and_try', 'agent_hold', 'pickup'] as const;

export function LimitsForm() {
  const t = useWords(settingsWords);
  const api = useApi();
  const { data } = useQuery({ queryKey: ['limits'], queryFn: () => unwrap(api.GET('/api/staff/settings/limits')) });
  return data ? <Form key={data.version} limits={data} /> : <Waiting label={t('limits')} />;
}

function Form({ limits }: { limits: Limits }) {
  const t = useWords(settingsWords);
  const api = useApi();
  const queries = useQueryClient();
  const [discount, setDiscount] = useState(limits.discount);
  const [hold, setHold] = useState(limits.hold);
  const save = useMutation({
    mutationFn: () =>
      unwrap(api.PUT('/api/staff/settings/limits', { body: { version: limits.version, discount, hold } })),
    onSuccess: (saved) => {
      queries.setQueryData(['limits'], saved);
      notifications.show({ message: t('saved') });
    },
    onError: async (error) => {
      if (error instanceof ProblemError && error.code === 'version_conflict')
        await queries.invalidateQueries({ queryKey: ['limits'] });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate();
  };
  return (
    <form onSubmit={submit} className={classes.form}>
      <WideTable label={t('limits')}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th>{t('role')}</th>
              <th>{t('discount')}</th>
              {purposes.map((purpose) => (
                <th key={purpose}>
                  {t(purpose)}
                  <small>{t('hold')}</small>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {roles.map((role) => (
              <tr key={role}>
                <th scope="row">{t(role)}</th>
                <td className={classes.short}>
                  {role !== 'shopper' && (
                    <NumberInput
                      aria-label={`${t('discount')}, ${t(role)}`}
                      value={discount[role] / 100}
                      min={0}
                      max={100}
                      hideControls
                      onChange={(value) => setDiscount({ ...discount, [role]: Math.round(Number(value) * 100) })}
                    />
                  )}
                </td>
                {purposes.map((purpose) => (
                  <td key={purpose} className={classes.short}>
                    <NumberInput
                      aria-label={`${t(purpose)}, ${t(role)}`}
                      value={hold[purpose][role]}
                      min={0}
                      max={365}
                      allowDecimal={false}
                      hideControls
                      onChange={(value) => setHold({ ...hold, [purpose]: { ...hold[purpose], [role]: Number(value) } })}
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </WideTable>
      {save.error && (
        <p role="alert" className={classes.bad}>
          {save.error instanceof ProblemError && save.error.code === 'version_conflict'
            ? t('stale')
            : save.error.message}
        </p>
      )}
      <Button type="submit" loading={save.isPending}>
        {t('save')}
      </Button>
    </form>
  );
}
