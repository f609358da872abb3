import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { formatDay } from '@throughline/ui/format';
import { newKey, unwrap, useApi } from '../../../shared/api.ts';
import { useLanguage, useWords } from '../../../shared/language.tsx';
import { Section, useRetailer } from '../../../shared/page/index.ts';
import classes from './channels.module.css';
import type { RuleSet } from './rules.ts';
import { channelWords } from './words.ts';

/** Judges what is kept by the saved rules, and shows how far that is. */
export function HistoryRun({ run, isDirty }: { run: RuleSet['run']; isDirty: boolean }) {
  const t = useWords(channelWords);
  const api = useApi();
  const language = useLanguage();
  const { zone } = useRetailer();
  const queries = useQueryClient();
  const start = useMutation({
    mutationFn: () => unwrap(api.POST('/api/staff/channel-rules/runs', { headers: { 'idempotency-key': newKey() } })),
    onSettled: () => queries.invalidateQueries({ queryKey: ['channel-rules'] }),
  });
  const isRunning = run !== null && run.finishedAt === null;
  return (
    <Section title={t('historyTitle')}>
      <p className={classes.soft}>{t('historyHint')}</p>
      <Button
        variant="default"
        disabled={isDirty || isRunning}
        loading={start.isPending}
        onClick={() => start.mutate()}
      >
        {t('run')}
      </Button>
      {isDirty && <p className={classes.soft}>{t('runWhenSaved')}</p>}
      {isRunning && (
        <p className={classes.progress}>
          <progress value={run.done} max={Math.max(1, run.total ?? 1)} aria-label={t('run')} />
          <small>
            {t('running', {
              done: run.done.toLocaleString(language),
              total: (run.total ?? 0).toLocaleString(language),
            })}
          </small>
        </p>
      )}
      <p role="status" className={start.error ? classes.bad : classes.soft}>
        {start.error
          ? start.error.message
          : run?.finishedAt && t('ran', { n: run.changed, day: formatDay(run.finishedAt, language, zone) })}
      </p>
    </Section>
  );
}
