import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { unwrap, useApi } from '../../shared/api.ts';
import { useWords } from '../../shared/language.tsx';
import { Button, Check, Field, Sheet } from '../parts/index.tsx';
import { useScans } from '../scan/ScanContext.tsx';
import type { WorkView } from '../today/queries.ts';
import { workWords } from './words.ts';
import classes from './work.module.css';

const lastCarrierKey = 'floor.carrier';

export interface ParcelSaid {
  carrier?: string;
  trackingNumber?: string;
  trackingUrl?: string;
}

/** Who takes the parcel and its number there: scanned from the label, chosen, or left out for our own driver. */
export function ParcelSheet({
  row,
  isSent,
  onClose,
  onConfirm,
}: {
  row: WorkView['row'];
  /** It left already: the number is put right, and a mail is sent only if it is ticked. */
  isSent: boolean;
  onClose(): void;
  onConfirm(parcel: ParcelSaid, tellCustomer: boolean): void;
}) {
  const t = useWords(workWords);
  const api = useApi();
  const listId = useId();
  const [carrier, setCarrier] = useState(row.carrier ?? (isSent ? '' : (localStorage.getItem(lastCarrierKey) ?? '')));
  const [number, setNumber] = useState(row.trackingNumber ?? '');
  const [tellCustomer, setTellCustomer] = useState(false);
  const { data } = useQuery({
    queryKey: ['carriers'],
    queryFn: () => unwrap(api.GET('/api/staff/carriers')),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const known = data?.items.map(({ name }) => name) ?? [];
  const knows = (name: string) => known.some((one) => one.toLowerCase() === name.trim().toLowerCase());
  const isKnown = knows(carrier);
  // Of a known carrier the link was made from the number: it is no other carrier's.
  const [typed, setTyped] = useState<string>();
  const link = typed ?? (knows(row.carrier ?? '') ? '' : (row.trackingUrl ?? ''));
  useScans((text) => {
    setNumber(text);
    return { tone: 'good', word: text };
  });
  const confirm = () => {
    if (carrier.trim()) localStorage.setItem(lastCarrierKey, carrier.trim());
    onConfirm(
      {
        ...(carrier.trim() ? { carrier: carrier.trim() } : {}),
        ...(number.trim() ? { trackingNumber: number.trim() } : {}),
        ...(!isKnown && link.trim() ? { trackingUrl: link.trim() } : {}),
      },
      tellCustomer,
    );
  };
  return (
    <Sheet title={t(isSent ? 'parcelFix' : 'parcelTitle')} onClose={onClose}>
      <Field
        label={t('parcelNumber')}
        hint={t('parcelNumberHint')}
        value={number}
        maxLength={60}
        inputMode="text"
        autoCapitalize="characters"
        onChange={(event) => setNumber(event.currentTarget.value)}
      />
      <Field
        label={t('parcelCarrier')}
        value={carrier}
        maxLength={60}
        list={listId}
        onChange={(event) => setCarrier(event.currentTarget.value)}
      />
      <datalist id={listId}>
        {known.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <div className={classes.places}>
        {known
          .filter((name) => name !== carrier)
          .slice(0, 4)
          .map((name) => (
            <Button key={name} onClick={() => setCarrier(name)}>
              {name}
            </Button>
          ))}
      </div>
      {!isKnown && carrier.trim() !== '' && (
        <Field
          label={t('parcelLink')}
          type="url"
          inputMode="url"
          placeholder="https://"
          value={link}
          maxLength={500}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
      )}
      {isSent && <Check label={t('parcelTell')} checked={tellCustomer} onChange={setTellCustomer} />}
      <Button kind="primary" wide onClick={confirm}>
        {t(isSent ? 'parcelSave' : number.trim() ? 'sendNow' : 'sendPlain')}
      </Button>
    </Sheet>
  );
}
