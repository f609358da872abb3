import { Button, NumberInput, Radio, SegmentedControl, Textarea, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { ProblemError } from '@throughline/client';
import { type FormEvent, useEffect, useState } from 'react';
import { newKey, unwrap, useApi } from '../../shared/api.ts';
import { Dialog, focusWhenShown } from '../../shared/Dialog.tsx';
import { useWords } from '../../shared/language.tsx';
import { type CustomerSummary, keys } from '../queries.ts';
import type { DeskPlace } from '../useDeskPlace.ts';
import { deskWords } from '../words.ts';
import classes from './call.module.css';
import { callWords } from './words.ts';

type Candidate = CustomerSummary & { why: 'whyVerified' | 'whyClaimed' | 'whyName' };

/** Number, whose it is and why we think so, note; then the conversation opens, and goods are held from there. */
export function LogCall({ onClose, place }: { onClose: () => void; place: DeskPlace }) {
  const t = useWords(deskWords);
  const w = useWords(callWords);
  const api = useApi();
  const queries = useQueryClient();
  const [phone, setPhone] = useState('');
  const [kind, setKind] = useState<'in' | 'out' | 'missed'>('in');
  const [minutes, setMinutes] = useState<number | string>(5);
  const [note, setNote] = useState('');
  const [other, setOther] = useState('');
  const [chosen, setChosen] = useState<string>();
  const [begun] = useState(() => Date.now());
  const [key] = useState(newKey);
  const digits = phone.replace(/\D/g, '');
  const { candidates, isLooking } = useCandidates(digits.length >= 6 ? phone : '', other);
  const whose = chosen ?? candidates.find((one) => one.why === 'whyVerified')?.id ?? candidates[0]?.id ?? 'new';
  const log = useMutation({
    mutationFn: () =>
      unwrap(
        api.POST('/api/staff/calls', {
          params: { header: { 'idempotency-key': key } },
          body: {
            phone,
            direction: kind === 'out' ? 'out' : 'in',
            missed: kind === 'missed',
            startedAt: new Date(begun - (kind === 'missed' ? 0 : Number(minutes) * 60_000)).toISOString(),
            ...(kind === 'missed' ? {} : { durationSeconds: Math.round(Number(minutes) * 60) }),
            ...(note.trim() ? { note: note.trim() } : {}),
            ...(whose === 'new' ? { newCustomer: true } : { customerId: whose }),
          },
        }),
      ),
    onSuccess: ({ threadId }) => {
      void queries.invalidateQueries({ queryKey: keys.inbox });
      void queries.invalidateQueries({ queryKey: keys.counts });
      if (threadId) void queries.invalidateQueries({ queryKey: keys.thread(threadId) });
      notifications.show({ message: w('logged') });
      onClose();
      if (threadId) place.open(threadId);
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    log.mutate();
  };
  const isBadNumber = log.error instanceof ProblemError && log.error.problem.status === 400;
  return (
    <Dialog onClose={onClose} title={w('title')}>
      <form onSubmit={submit} className={classes.form}>
        <TextInput
          ref={focusWhenShown}
          data-autofocus
          type="tel"
          inputMode="tel"
          autoComplete="off"
          label={w('number')}
          description={w('numberHint')}
          value={phone}
          maxLength={40}
          onChange={(event) => {
            setPhone(event.currentTarget.value);
            setChosen(undefined);
          }}
          error={isBadNumber ? w('notNumber') : undefined}
        />
        <SegmentedControl
          aria-label={w('direction')}
          value={kind}
          onChange={(value) => setKind(value === 'out' || value === 'missed' ? value : 'in')}
          data={[
            { value: 'in', label: w('incoming') },
            { value: 'out', label: w('outgoing') },
            { value: 'missed', label: w('missed') },
          ]}
          fullWidth
        />
        {(digits.length >= 6 || other.trim().length >= 2) && (
          <div className={classes.whose}>
            <Radio.Group label={w('whose')} value={whose} onChange={setChosen}>
              {candidates.map((one) => (
                <Radio
                  key={one.id}
                  mt="xs"
                  value={one.id}
                  label={one.name ?? t('someone')}
                  description={[w(one.why), one.email?.masked, one.phone?.masked].filter(Boolean).join(' · ')}
                />
              ))}
              <Radio mt="xs" value="new" label={w('newCustomer')} description={w('newHint')} />
            </Radio.Group>
            <p role="status">
              {isLooking
                ? w('looking')
                : candidates.length === 0
                  ? w('unknown')
                  : candidates.every((one) => one.why !== 'whyVerified')
                    ? w('two')
                    : ''}
            </p>
          </div>
        )}
        <TextInput
          label={w('search')}
          value={other}
          maxLength={120}
          onChange={(event) => setOther(event.currentTarget.value)}
        />
        {kind !== 'missed' && (
          <NumberInput label={w('minutes')} min={0} max={600} value={minutes} onChange={setMinutes} w={120} />
        )}
        <Textarea
          label={w('note')}
          description={w('noteHint')}
          autosize
          minRows={3}
          maxRows={8}
          maxLength={4000}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && digits.length >= 6) log.mutate();
          }}
        />
        {log.error && !isBadNumber && (
          <p role="alert" className={classes.bad}>
            {log.error.message}
          </p>
        )}
        <div className={classes.acts}>
          <Button variant="default" onClick={onClose}>
            {w('cancel')}
          </Button>
          <Button type="submit" loading={log.isPending} disabled={digits.length < 6}>
            {w('logOpen')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

/** People this number may belong to, each with the reason; found by name when the number says nothing. */
function useCandidates(phone: string, name: string): { candidates: Candidate[]; isLooking: boolean } {
  const byNumber = useCustomers(phone);
  const byName = useCustomers(name.trim().length >= 2 ? name.trim() : '');
  const numbers = (byNumber.data ?? []).map(
    (one): Candidate => ({ ...one, why: one.phone?.state === 'verified' ? 'whyVerified' : 'whyClaimed' }),
  );
  const names = (byName.data ?? [])
    .filter((one) => !numbers.some((known) => known.id === one.id))
    .map((one): Candidate => ({ ...one, why: 'whyName' }));
  return { candidates: [...numbers, ...names].slice(0, 6), isLooking: byNumber.isLoading || byName.isLoading };
}

function useCustomers(query: string) {
  const api = useApi();
  const [paused, setPaused] = useState(query);
  useEffect(() => {
    const timer = setTimeout(() => setPaused(query), 250);
    return () => clearTimeout(timer);
  }, [query]);
  return useQuery({
    queryKey: ['desk', 'customers', paused],
    queryFn: async () =>
      (await unwrap(api.GET('/api/staff/customers', { params: { query: { query: paused } } }))).items,
    enabled: paused.length >= 2,
  });
}
