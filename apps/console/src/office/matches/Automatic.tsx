import { NumberInput, Switch } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { unwrap, useApi } from '../../shared/api.ts';
import { useLanguage, useWords } from '../../shared/language.tsx';
import classes from './matches.module.css';
import { matchWords } from './words.ts';

const [least, most] = [7, 40];

/** Whether pairs are joined without a person, and from how sure on. Off unless an administrator says so. */
export function Automatic({ setting }: { setting: { automatic: boolean; automaticBits: number } }) {
  const t = useWords(matchWords);
  const language = useLanguage();
  const api = useApi();
  const queries = useQueryClient();
  const [bits, setBits] = useState<number | string>(setting.automaticBits);
  const save = useMutation({
    mutationFn: (body: { automatic: boolean; automaticBits: number }) =>
      unwrap(api.PUT('/api/staff/matches/setting', { body })),
    onError: (error) => notifications.show({ message: error.message, color: 'red' }),
    onSettled: () => void queries.invalidateQueries({ queryKey: ['matches'] }),
  });
  const isBits = typeof bits === 'number' && bits >= least && bits <= most;
  const wrong = (1 / (1 + 2 ** (isBits ? bits : least))).toLocaleString(language, {
    style: 'percent',
    maximumSignificantDigits: 2,
  });
  return (
    <fieldset className={classes.automatic}>
      <legend>{t('automaticTitle')}</legend>
      <Switch
        label={t('automatic')}
        description={t('automaticHint')}
        checked={setting.automatic}
        disabled={save.isPending || !isBits}
        onChange={(event) => isBits && save.mutate({ automatic: event.currentTarget.checked, automaticBits: bits })}
      />
      <NumberInput
        label={t('automaticBits')}
        description={t('automaticWrong', { share: wrong })}
        min={least}
        max={most}
        step={0.5}
        clampBehavior="strict"
        value={bits}
        onChange={setBits}
        onBlur={() => isBits && bits !== setting.automaticBits && save.mutate({ ...setting, automaticBits: bits })}
      />
    </fieldset>
  );
}
