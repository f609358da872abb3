import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { unwrap, useApi } from '../../shared/api.ts';
import { useLanguage, useWords } from '../../shared/language.tsx';
import { locationsQuery } from '../frame/useStore.ts';
import { Button, Field, Notice, Sheet, Skeletons } from '../parts/index.tsx';
import { useNow } from '../today/useNow.ts';
import { whenText } from '../today/WorkCard.tsx';
import { workWords } from './words.ts';

/** Another store for a pickup; the server takes it there first and says when it cannot. */
export function MoveSheet({
  here,
  onClose,
  onConfirm,
}: {
  here: string | undefined;
  onClose(): void;
  onConfirm(locationId: string): void;
}) {
  const t = useWords(workWords);
  const { data } = useQuery(locationsQuery());
  const others = (data?.items ?? []).filter((one) => one.id !== here && one.capabilities.includes('pickup'));
  return (
    <Sheet title={t('moveTitle')} onClose={onClose}>
      <p style={{ margin: 0 }}>{t('moveText')}</p>
      {!data ? (
        <Skeletons count={3} height={56} />
      ) : others.length === 0 ? (
        <Notice tone="brass">
          <span>{t('noStore')}</span>
        </Notice>
      ) : (
        others.map((one) => (
          <Button key={one.id} wide onClick={() => onConfirm(one.id)}>
            {one.name}
          </Button>
        ))
      )}
    </Sheet>
  );
}

/** The closing times until which I may keep it. */
export function KeepSheet({
  orderId,
  workId,
  keepUntil,
  zone,
  onClose,
  onConfirm,
}: {
  orderId: string;
  workId: string;
  keepUntil: string | null;
  zone: string;
  onClose(): void;
  onConfirm(days: number): void;
}) {
  const t = useWords(workWords);
  const language = useLanguage();
  const api = useApi();
  const now = useNow();
  const { data } = useQuery({
    queryKey: ['floor', 'ends', workId],
    queryFn: () =>
      unwrap(api.GET('/api/staff/orders/{id}/pickups/{workId}/ends', { params: { path: { id: orderId, workId } } })),
  });
  const later = (data?.ends ?? []).filter((end) => keepUntil === null || end.until > keepUntil);
  return (
    <Sheet title={t('keepTitle')} onClose={onClose}>
      {!data ? (
        <Skeletons count={3} height={56} />
      ) : (
        later.slice(0, 8).map((end) => (
          <Button key={end.days} wide onClick={() => onConfirm(end.days)}>
            {whenText(end.until, now, language, zone)}
          </Button>
        ))
      )}
    </Sheet>
  );
}

export function WhoSheet({
  name,
  onClose,
  onConfirm,
}: {
  name: string | null;
  onClose(): void;
  onConfirm(collector: string | null): void;
}) {
  const t = useWords(workWords);
  const [typed, setTyped] = useState(name ?? '');
  return (
    <Sheet title={t('whoTitle')} onClose={onClose}>
      <Field
        label={t('collector')}
        value={typed}
        maxLength={120}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <Button
        kind="primary"
        wide
        disabled={typed.trim().length === 1}
        onClick={() => onConfirm(typed.trim() === '' ? null : typed.trim())}
      >
        {t('whoSave')}
      </Button>
    </Sheet>
  );
}
