import { Button, NumberInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Answer } from '@throughline/client';
import { ProblemError } from '@throughline/client';
import { type FormEvent, useState } from 'react';
import { unwrap, useApi } from '../../shared/api.ts';
import { useWords } from '../../shared/language.tsx';
import { dayStart } from '../../shared/page/days.ts';
import classes from './stock.module.css';
import { stockWords } from './words.ts';

type Level = Answer<'/api/staff/stock/{variantId}/{locationId}/story', 'get'>['level'];

const dayIn = (at: string, zone: string) => new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(new Date(at));

/** What is kept back here, shown and on its way. An empty limit takes the location's, or else the company's. */
export function LimitsForm({
  variantId,
  locationId,
  level,
  zone,
}: {
  variantId: string;
  locationId: string;
  level: Level;
  zone: string;
}) {
  const t = useWords(stockWords);
  const api = useApi();
  const queries = useQueryClient();
  const [safety, setSafety] = useState<number | string>(level?.ownSafety ?? '');
  const [display, setDisplay] = useState<number | string>(level?.display ?? 0);
  const [incoming, setIncoming] = useState<number | string>(level?.incoming ?? 0);
  const [day, setDay] = useState(level?.incomingAt ? dayIn(level.incomingAt, zone) : '');
  const save = useMutation({
    mutationFn: () =>
      unwrap(
        api.PUT('/api/staff/stock/limits', {
          body: {
            items: [
              {
                variantId,
                locationId,
                safety: safety === '' ? null : Number(safety),
                display: Number(display),
                incoming: Number(incoming),
                incomingAt: day ? new Date(dayStart(day, zone)).toISOString() : null,
              },
            ],
          },
        }),
      ),
    onSuccess: async () => {
      notifications.show({ message: t('limitsSaved') });
      await queries.invalidateQueries({ queryKey: ['stock-story'] });
      await queries.invalidateQueries({ queryKey: ['office-stock'] });
    },
  });
  const { error } = save;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate();
  };
  return (
    <form onSubmit={submit} className={classes.change}>
      <NumberInput
        label={t('safety')}
        description={t('safetyHint')}
        placeholder={level && level.ownSafety === null ? String(level.safety) : ''}
        value={safety}
        min={0}
        onChange={setSafety}
        allowDecimal={false}
        allowNegative={false}
      />
      <NumberInput
        label={t('display')}
        description={t('displayHint')}
        value={display}
        min={0}
        onChange={setDisplay}
        allowDecimal={false}
        allowNegative={false}
      />
      <NumberInput
        label={t('incoming')}
        value={incoming}
        min={0}
        onChange={setIncoming}
        allowDecimal={false}
        allowNegative={false}
      />
      <label className={classes.asOfDay}>
        {t('incomingDay')}
        <input type="date" value={day} onChange={(event) => setDay(event.currentTarget.value)} />
      </label>
      {error && (
        <p role="alert" className={classes.shortSum}>
          {error instanceof ProblemError
            ? error.code === 'wrong_location'
              ? t('wrongLocation')
              : (error.problem.detail ?? error.problem.title)
            : t('notSaved')}
        </p>
      )}
      <Button type="submit" variant="default" loading={save.isPending}>
        {t('saveLimits')}
      </Button>
    </form>
  );
}
