import { Button, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Answer } from '@throughline/client';
import { formatDayAndTime } from '@throughline/ui/format';
import { useState } from 'react';
import { unwrap, useApi } from '../../shared/api.ts';
import { Dialog, focusWhenShown } from '../../shared/Dialog.tsx';
import { useLanguage, useWords } from '../../shared/language.tsx';
import { FailureNotice } from '../../shared/list/index.ts';
import { PageHead, useRetailer, Waiting } from '../../shared/page/index.ts';
import office from '../office.module.css';
import { BackLink } from '../orders/OrderPage.tsx';
import { ChoosePieces } from './ChoosePieces.tsx';
import { openDeclarations } from './openDeclarations.ts';
import classes from './returns.module.css';
import { officeReturnWords } from './words.ts';

/** Declarations of withdrawal nobody could match: a person says which order each is about. */
export function Declarations() {
  const t = useWords(officeReturnWords);
  const api = useApi();
  const queries = useQueryClient();
  const { data, error, refetch } = useQuery(openDeclarations(api));
  const refresh = () => {
    void queries.invalidateQueries({ queryKey: openDeclarations(api).queryKey });
    void queries.invalidateQueries({ queryKey: ['office-returns'] });
  };
  return (
    <>
      <PageHead
        back={<BackLink to="/office/returns" label={t('back')} />}
        title={t('declarations')}
        count={data?.items.length ?? null}
      />
      <div className={`${office.document} ${office.narrowDocument}`}>
        {error ? (
          <FailureNotice error={error} retry={() => void refetch()} />
        ) : !data ? (
          <Waiting label={t('declarations')} />
        ) : (
          <>
            <p className={classes.soft}>{t(data.items.length > 0 ? 'openText' : 'noneOpen')}</p>
            <ul className={classes.open}>
              {data.items.map((one) => (
                <OpenWithdrawal key={one.id} one={one} onDone={refresh} />
              ))}
            </ul>
          </>
        )}
      </div>
    </>
  );
}

type Withdrawal = Answer<'/api/staff/withdrawals', 'get'>['items'][number];

function OpenWithdrawal({ one, onDone }: { one: Withdrawal; onDone(): void }) {
  const t = useWords(officeReturnWords);
  const language = useLanguage();
  const { zone } = useRetailer();
  const [text, setText] = useState('');
  const [number, setNumber] = useState<string>();
  const [isClosing, setClosing] = useState(false);
  const answer = useAnswer(one.id, onDone);
  return (
    <li>
      <span>
        <strong>{one.number}</strong> {formatDayAndTime(one.declaredAt, language, zone)} · {one.name} · {one.email}
        <br />
        {[one.contract, one.goods].filter(Boolean).join(' · ')}
      </span>
      <form
        className={classes.answer}
        onSubmit={(event) => {
          event.preventDefault();
          // Words name only some of the goods: which pieces they mean is said before anything is cancelled.
          if (one.goods) setNumber(text.trim());
          else answer.mutate({ orderNumber: text.trim() });
        }}
      >
        <TextInput
          label={t('orderNumber')}
          placeholder="V-100234"
          maxLength={20}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          error={answer.error?.message}
        />
        <Button type="submit" variant="default" loading={answer.isPending} disabled={text.trim().length < 3}>
          {t('match')}
        </Button>
        <Button variant="subtle" color="gray" onClick={() => setClosing(true)}>
          {t('closeIt')}
        </Button>
      </form>
      {number && (
        <ChoosePieces
          key={number}
          number={number}
          busy={answer.isPending}
          onChosen={(lines) => answer.mutate({ orderNumber: number, lines })}
        />
      )}
      {isClosing && <CloseDeclaration one={one} onDone={onDone} onClose={() => setClosing(false)} />}
    </li>
  );
}

/** It is about nothing: closed with a reason. */
function CloseDeclaration({ one, onDone, onClose }: { one: Withdrawal; onDone(): void; onClose(): void }) {
  const t = useWords(officeReturnWords);
  const [reason, setReason] = useState('');
  const answer = useAnswer(one.id, () => {
    onDone();
    onClose();
  });
  return (
    <Dialog onClose={onClose} title={`${t('closeIt')}: ${one.number}`}>
      <form
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault();
          answer.mutate({ reason: reason.trim() });
        }}
      >
        <TextInput
          ref={focusWhenShown}
          label={t('closeWhy')}
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          error={answer.error?.message}
        />
        <Button type="submit" loading={answer.isPending} disabled={reason.trim().length < 3}>
          {t('closeIt')}
        </Button>
      </form>
    </Dialog>
  );
}

type Said = { orderNumber: string; lines?: { orderLineId: string; quantity: number }[] } | { reason: string };

function useAnswer(id: string, onSuccess: () => void) {
  const api = useApi();
  return useMutation({
    mutationFn: (body: Said) =>
      unwrap(api.POST('/api/staff/withdrawals/{id}/answer', { params: { path: { id } }, body })),
    onSuccess,
  });
}
