import { Button, Radio } from '@mantine/core';
import { IconUsers } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { ProblemError } from '@throughline/client';
import { formatDay } from '@throughline/ui/format';
import { type FormEvent, useState } from 'react';
import { newKey, unwrap, useApi } from '../../shared/api.ts';
import { Dialog, focusWhenShown } from '../../shared/Dialog.tsx';
import { useLanguage, useWords } from '../../shared/language.tsx';
import { type Panel, useZone } from '../queries.ts';
import type { DeskPlace } from '../useDeskPlace.ts';
import { deskWords } from '../words.ts';
import classes from './customer.module.css';
import { customerWords } from './words.ts';

type Other = Panel['maybeSame'][number];
const facts = ['conversation', 'phone_call', 'order', 'handoff', 'loyalty_card'] as const;
const factWords = {
  conversation: 'factConversation',
  phone_call: 'factPhone',
  order: 'factOrder',
  handoff: 'factCode',
  loyalty_card: 'factCard',
} as const;

/** Others with the same e-mail, phone or card. A person decides, on a fact; nothing is joined by itself. */
export function MaybeSame({ panel, place }: { panel: Panel; place: DeskPlace }) {
  const t = useWords(deskWords);
  const w = useWords(customerWords);
  const [compared, setCompared] = useState<Other>();
  return (
    <section className={classes.section} data-tone="note">
      <h3>
        <IconUsers size={15} stroke={1.7} aria-hidden="true" /> {w('maybeSame')}
      </h3>
      {panel.maybeSame.map((other) => (
        <p key={other.id} className={classes.cartLine}>
          <span>
            <b>{other.name ?? t('someone')}</b> <span className={classes.soft}>{w('maybeWhy')}</span>
          </span>
          <button type="button" className={classes.link} onClick={() => setCompared(other)}>
            {w('compare')}
          </button>
        </p>
      ))}
      {compared && <Compare panel={panel} other={compared} place={place} onClose={() => setCompared(undefined)} />}
    </section>
  );
}

function Compare(props: { panel: Panel; other: Other; place: DeskPlace; onClose: () => void }) {
  const { panel, other, place, onClose } = props;
  const t = useWords(deskWords);
  const w = useWords(customerWords);
  const language = useLanguage();
  const zone = useZone();
  const api = useApi();
  const queries = useQueryClient();
  const [fact, setFact] = useState<(typeof facts)[number]>('conversation');
  const [key] = useState(newKey);
  const { data: whole } = useQuery({
    queryKey: ['desk', 'customer', other.id],
    queryFn: () => unwrap(api.GET('/api/staff/customers/{id}', { params: { path: { id: other.id } } })),
  });
  const join = useMutation({
    mutationFn: () =>
      unwrap(
        api.POST('/api/staff/customers/{id}/links', {
          params: { path: { id: panel.customer.id }, header: { 'idempotency-key': key } },
          body: { subjectId: whole?.subjects[0]?.id ?? '', fact },
        }),
      ),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['desk'] });
      if (place.side) place.showSide(undefined);
      onClose();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    join.mutate();
  };
  const side = (name: string | null, one: Pick<Other, 'email' | 'phone' | 'verified' | 'since'>) => (
    <div>
      <b>{name ?? t('someone')}</b>
      <span>{one.verified ? w('proven') : w('unproven')}</span>
      <span>{one.email ? `${one.email.value} (${w(one.email.state)})` : '–'}</span>
      <span>{one.phone ? `${one.phone.value} (${w(one.phone.state)})` : '–'}</span>
      <span className={classes.soft}>{w('since', { day: formatDay(one.since, language, zone) })}</span>
    </div>
  );
  return (
    <Dialog onClose={onClose} title={w('sameTitle')} size="lg">
      <form onSubmit={submit}>
        <div className={classes.compare}>
          {side(panel.customer.name, panel.customer)}
          {side(other.name, other)}
        </div>
        <p className={classes.lead}>{w('sameHint')}</p>
        <Radio.Group
          label={w('how')}
          value={fact}
          onChange={(value) => setFact(facts.find((known) => known === value) ?? 'conversation')}
        >
          {facts.map((one) => (
            <Radio key={one} mt="xs" value={one} label={w(factWords[one])} />
          ))}
        </Radio.Group>
        {join.error && (
          <p role="alert" className={classes.bad}>
            {join.error instanceof ProblemError && join.error.code === 'merge_refused'
              ? w('mergeRefused')
              : join.error.message}
          </p>
        )}
        <div className={classes.dialogActs}>
          <Button variant="default" ref={focusWhenShown} data-autofocus onClick={onClose}>
            {w('cancel')}
          </Button>
          <Button type="submit" disabled={!whole} loading={join.isPending}>
            {w('join')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
