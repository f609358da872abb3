import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconPlus } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { formatDay } from '@throughline/ui/format';
import { useState } from 'react';
import { newKey, unwrap, useApi } from '../../../shared/api.ts';
import { useLanguage, useWords } from '../../../shared/language.tsx';
import { FailureNotice } from '../../../shared/list/index.ts';
import { PageHead, State, useRetailer, Waiting } from '../../../shared/page/index.ts';
import office from '../../office.module.css';
import classes from './channels.module.css';
import { HistoryRun } from './HistoryRun.tsx';
import { Preview } from './Preview.tsx';
import { RuleForm } from './RuleForm.tsx';
import { RuleRow } from './RuleRow.tsx';
import { keyed, plain, type Rule, type RuleSet } from './rules.ts';
import { TryIt } from './TryIt.tsx';
import { channelWords } from './words.ts';

/** How a visit is told to have come about: rules one can read, change, try, and apply to what is kept. */
export function ChannelsPage() {
  const t = useWords(channelWords);
  const api = useApi();
  const { data, error, refetch } = useQuery({
    queryKey: ['channel-rules'],
    queryFn: () => unwrap(api.GET('/api/staff/channel-rules')),
    refetchInterval: (query) => (query.state.data?.run?.finishedAt === null ? 1_000 : false),
  });
  if (error) return <FailureNotice error={error} retry={() => void refetch()} />;
  if (!data) return <Waiting label={t('title')} />;
  // What is being changed here belongs to the version it was read at.
  return <Rules key={data.version} set={data} />;
}

function Rules({ set }: { set: RuleSet }) {
  const t = useWords(channelWords);
  const api = useApi();
  const language = useLanguage();
  const { zone } = useRetailer();
  const queries = useQueryClient();
  const [rules, setRules] = useState(() => keyed(set.rules));
  const [edited, setEdited] = useState<Rule | 'new'>();
  const [speaking, setSpeaking] = useState<string>();
  const isDirty = JSON.stringify(plain(rules)) !== JSON.stringify(set.rules);
  const change = (next: Rule[]) => {
    setRules(next);
    setSpeaking(undefined);
  };
  const save = useMutation({
    mutationFn: () =>
      unwrap(
        api.PUT('/api/staff/channel-rules', {
          headers: { 'idempotency-key': newKey() },
          body: { version: set.version, rules: plain(rules) },
        }),
      ),
    async onSuccess() {
      notifications.show({ message: t('saved') });
      await queries.invalidateQueries({ queryKey: ['channel-rules'] });
    },
  });
  const move = (from: number, by: number) => {
    const next = [...rules];
    const [rule] = next.splice(from, 1);
    if (rule) next.splice(from + by, 0, rule);
    change(next);
  };
  return (
    <>
      <PageHead
        title={t('title')}
        back={
          <Link className={classes.back} to="/office/sources">
            {t('back')}
          </Link>
        }
      >
        {isDirty && <State tone="waiting">{t('unsaved')}</State>}
        <Button
          variant="default"
          leftSection={<IconPlus size={16} aria-hidden="true" />}
          onClick={() => setEdited('new')}
        >
          {t('add')}
        </Button>
        <Button disabled={!isDirty} loading={save.isPending} onClick={() => save.mutate()}>
          {t('save')}
        </Button>
      </PageHead>
      <div className={`${office.document} ${classes.columns}`}>
        <div>
          <p className={classes.soft}>
            {t('hint')}
            {set.changedAt && ` · ${t('changed', { day: formatDay(set.changedAt, language, zone) })}`}
          </p>
          {save.error && (
            <p role="alert" className={classes.bad}>
              {save.error.message}
            </p>
          )}
          <ol className={classes.rules}>
            {rules.map((rule, place) => (
              <RuleRow
                key={rule.key}
                rule={rule}
                place={place}
                isLast={place === rules.length - 1}
                isSpeaking={rule.key === speaking}
                move={(by) => move(place, by)}
                edit={() => setEdited(rule)}
                remove={() => change(rules.filter((one) => one.key !== rule.key))}
              />
            ))}
          </ol>
          <Button variant="subtle" size="compact-sm" onClick={() => change(keyed(set.usual))}>
            {t('usual')}
          </Button>
        </div>
        <div>
          <TryIt rules={rules} onSpoke={setSpeaking} />
          <Preview rules={rules} />
          <HistoryRun run={set.run} isDirty={isDirty} />
        </div>
      </div>
      {edited && (
        <RuleForm
          {...(edited === 'new' ? {} : { rule: edited })}
          onClose={() => setEdited(undefined)}
          onDone={(rule) => {
            change(edited === 'new' ? [rule, ...rules] : rules.map((one) => (one.key === rule.key ? rule : one)));
            setEdited(undefined);
          }}
        />
      )}
    </>
  );
}
