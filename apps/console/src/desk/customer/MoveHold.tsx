import { Button, NativeSelect } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { ProblemError } from '@throughline/client';
import { formatDayAndTime } from '@throughline/ui/format';
import { type FormEvent, useState } from 'react';
import { newKey, unwrap, useApi } from '../../shared/api.ts';
import { Dialog, focusWhenShown } from '../../shared/Dialog.tsx';
import { useLanguage, useWords } from '../../shared/language.tsx';
import { keys, type PanelHold, useVariantStock, useZone } from '../queries.ts';
import { useHoldEnds } from '../stock/useHoldEnds.ts';
import classes from './customer.module.css';
import { customerWords } from './words.ts';

/** Another store or another end for a hold, without letting it go: it is taken there first, or stays as it is. */
export function MoveDialog({
  hold,
  customerId,
  onClose,
}: {
  hold: PanelHold;
  customerId: string;
  onClose: () => void;
}) {
  const w = useWords(customerWords);
  const language = useLanguage();
  const api = useApi();
  const queries = useQueryClient();
  const [line] = hold.lines;
  const { data: stock } = useVariantStock(line?.variantId, '');
  const stores = (stock?.levels ?? []).filter(
    (level) => level.mayHold && level.locationId !== hold.locationId && level.available >= (line?.quantity ?? 1),
  );
  const [chosen, choose] = useState<string>();
  const locationId = chosen ?? stores[0]?.locationId;
  const { data: ends } = useHoldEnds(locationId);
  const zone = useZone();
  const [days, setDays] = useState<number>();
  const end = ends?.ends.find((one) => one.days === days) ?? ends?.ends.at(-1);
  // A key for each different wish: sent again after a lost answer, it is moved once.
  const [key, setKey] = useState(newKey);
  const refresh = () => {
    void queries.invalidateQueries({ queryKey: keys.panel(customerId) });
    void queries.invalidateQueries({ queryKey: keys.stock });
  };
  const move = useMutation({
    mutationFn: (to: string) =>
      unwrap(
        api.POST('/api/staff/holds/{id}/move', {
          params: { path: { id: hold.id }, header: { 'idempotency-key': key } },
          body: { locationId: to, ...(end ? { length: { days: end.days } } : {}) },
        }),
      ),
    onSuccess: onClose,
    onSettled: refresh,
  });
  const change = (what: () => void) => {
    what();
    setKey(newKey());
    if (move.isError) move.reset();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (locationId) move.mutate(locationId);
  };
  const nameOf = (id: string) => stock?.levels.find((level) => level.locationId === id)?.name ?? '';
  const isGone = move.error instanceof ProblemError && move.error.problem.code === 'insufficient_stock';
  return (
    <Dialog onClose={onClose} title={w('moveTitle')}>
      <form onSubmit={submit}>
        <p className={classes.lead}>{w('moveHint', { store: hold.locationName })}</p>
        {stock && stores.length === 0 && (
          <p role="alert" className={classes.bad}>
            {w('moveNone')}
          </p>
        )}
        {stores.length > 0 && (
          <>
            <NativeSelect
              label={w('moveTo')}
              value={locationId ?? ''}
              onChange={(event) => {
                const { value } = event.currentTarget;
                change(() => choose(value));
              }}
              data={stores.map((level) => ({
                value: level.locationId,
                label: `${level.name} · ${w('free', { n: level.available })}`,
              }))}
            />
            <NativeSelect
              mt="sm"
              label={w('extendTo')}
              value={String(end?.days ?? '')}
              onChange={(event) => {
                const { value } = event.currentTarget;
                change(() => setDays(Number(value)));
              }}
              data={(ends?.ends ?? []).map((one) => ({
                value: String(one.days),
                label: formatDayAndTime(one.until, language, ends?.zone ?? zone),
              }))}
            />
          </>
        )}
        {move.error && (
          <p role="alert" className={classes.bad}>
            {isGone ? w('moveGone', { store: nameOf(move.variables ?? '') }) : move.error.message}
          </p>
        )}
        <div className={classes.dialogActs}>
          <Button variant="default" onClick={onClose}>
            {w('cancel')}
          </Button>
          <Button type="submit" ref={focusWhenShown} loading={move.isPending} disabled={!locationId || !end}>
            {w('move')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
