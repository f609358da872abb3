import { Button, Radio, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { formatDayAndTime } from '@throughline/ui/format';
import { type FormEvent, useState } from 'react';
import { newKey, unwrap, useApi } from '../../shared/api.ts';
import { Dialog, focusWhenShown } from '../../shared/Dialog.tsx';
import { useLanguage, useWords } from '../../shared/language.tsx';
import { keys, type PanelHold } from '../queries.ts';
import { useHoldEnds } from '../stock/useHoldEnds.ts';
import classes from './customer.module.css';
import { customerWords } from './words.ts';

interface Props {
  hold: PanelHold;
  customerId: string;
  onClose: () => void;
}

function useDone({ customerId, onClose }: Props): () => void {
  const queries = useQueryClient();
  return () => {
    void queries.invalidateQueries({ queryKey: keys.panel(customerId) });
    void queries.invalidateQueries({ queryKey: keys.stock });
    onClose();
  };
}

export function ExtendDialog(props: Props) {
  const { hold, onClose } = props;
  const w = useWords(customerWords);
  const language = useLanguage();
  const api = useApi();
  const done = useDone(props);
  const { data } = useHoldEnds(hold.locationId);
  const [key] = useState(newKey);
  const later = (data?.ends ?? []).filter((end) => hold.until === null || end.until > hold.until);
  const [days, setDays] = useState<number>();
  const chosen = later.find((end) => end.days === days) ?? later.at(-1);
  const extend = useMutation({
    mutationFn: () =>
      unwrap(
        api.POST('/api/staff/holds/{id}/extend', {
          params: { path: { id: hold.id }, header: { 'idempotency-key': key } },
          body: { length: { days: chosen?.days ?? 0 } },
        }),
      ),
    onSuccess: done,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (chosen) extend.mutate();
  };
  return (
    <Dialog onClose={onClose} title={w('extendTitle')}>
      <form onSubmit={submit}>
        <Radio.Group
          label={w('extendTo')}
          value={String(chosen?.days ?? '')}
          onChange={(value) => setDays(Number(value))}
          error={extend.error?.message}
        >
          {later.map((end) => (
            <Radio
              key={end.days}
              mt="xs"
              value={String(end.days)}
              label={`${hold.locationName}: ${formatDayAndTime(end.until, language, data?.zone ?? 'Europe/Warsaw')}`}
            />
          ))}
        </Radio.Group>
        <div className={classes.dialogActs}>
          <Button variant="default" onClick={onClose}>
            {w('cancel')}
          </Button>
          <Button type="submit" ref={focusWhenShown} data-autofocus loading={extend.isPending} disabled={!chosen}>
            {w('extend')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

export function ReleaseDialog(props: Props) {
  const { hold, onClose } = props;
  const w = useWords(customerWords);
  const api = useApi();
  const done = useDone(props);
  const usual = [w('reasonCustomer'), w('reasonOther'), w('reasonMistake')];
  const [reason, setReason] = useState(usual[0] ?? '');
  const release = useMutation({
    mutationFn: () =>
      unwrap(
        api.POST('/api/staff/holds/{id}/release', {
          params: { path: { id: hold.id } },
          body: { reason: reason.trim() },
        }),
      ),
    onSuccess: done,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    release.mutate();
  };
  return (
    <Dialog onClose={onClose} title={w('releaseTitle')}>
      <form onSubmit={submit}>
        <p className={classes.lead}>{w('releaseHint')}</p>
        <TextInput
          ref={focusWhenShown}
          data-autofocus
          label={w('reason')}
          list="release-reasons"
          value={reason}
          maxLength={500}
          onChange={(event) => setReason(event.currentTarget.value)}
          error={release.error?.message}
        />
        <datalist id="release-reasons">
          {usual.map((one) => (
            <option key={one} value={one} />
          ))}
        </datalist>
        <div className={classes.dialogActs}>
          <Button variant="default" onClick={onClose}>
            {w('cancel')}
          </Button>
          <Button type="submit" color="red" loading={release.isPending} disabled={reason.trim().length < 3}>
            {w('release')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
