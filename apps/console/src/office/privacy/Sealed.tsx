import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { formatDay } from '@throughline/ui/format';
import { useState } from 'react';
import { unwrap, useApi } from '../../shared/api.ts';
import { Dialog } from '../../shared/Dialog.tsx';
import { useLanguage, useWords } from '../../shared/language.tsx';
import { useListPages } from '../../shared/list/index.ts';
import { useRetailer } from '../../shared/page/index.ts';
import { useMe } from '../../shell/me.ts';
import money from '../money/money.module.css';
import { Paged } from './Paged.tsx';
import classes from './privacy.module.css';
import { WithReason } from './WithReason.tsx';
import { privacyWords } from './words.ts';

/** What is kept for the tax office of people who were erased: how much, until when, and to open with a reason. */
export function Sealed() {
  const t = useWords(privacyWords);
  const language = useLanguage();
  const { zone } = useRetailer();
  const api = useApi();
  const me = useMe();
  const read = (cursor?: string) =>
    unwrap(
      api.GET('/api/staff/privacy/sealed-copies', { params: { query: { limit: 50, ...(cursor ? { cursor } : {}) } } }),
    );
  const pages = useListPages(['privacy', 'sealed'], read);
  const { data: head } = useQuery({ queryKey: ['privacy', 'sealed', 'head'], queryFn: () => read() });
  const [asked, setAsked] = useState<string>();
  const [opened, setOpened] = useState<Record<string, unknown>>();
  return (
    <>
      {head?.lastUntil && (
        <div className={classes.lead}>
          <p>{t('sealedHint', { n: head.count, day: formatDay(head.lastUntil, language, zone) })}</p>
        </div>
      )}
      <Paged pages={pages} label={t('sealed')} empty={t('sealedNone')}>
        {(copy) => (
          <li key={copy.id}>
            <span>{t('order', { number: copy.number ?? copy.ownerId.slice(0, 8) })}</span>
            <small>{t('since', { when: formatDay(copy.sealedAt, language, zone) })}</small>
            <small>{t('until', { day: formatDay(copy.until, language, zone) })}</small>
            <span className={money.acts}>
              {me.role === 'admin' && (
                <Button variant="subtle" size="compact-sm" onClick={() => setAsked(copy.id)}>
                  {t('open')}
                </Button>
              )}
            </span>
          </li>
        )}
      </Paged>
      {asked && (
        <WithReason
          title={t('open')}
          act={t('open')}
          onClose={() => setAsked(undefined)}
          does={async (reason) => {
            const found = await unwrap(
              api.POST('/api/staff/privacy/sealed-copies/{id}/open', {
                params: { path: { id: asked } },
                body: { reason },
              }),
            );
            setAsked(undefined);
            setOpened(found.data);
          }}
        />
      )}
      {opened && (
        <Dialog title={t('sealed')} onClose={() => setOpened(undefined)}>
          <pre className={classes.opened}>{linesOf(opened)}</pre>
        </Dialog>
      )}
    </>
  );
}

/** What was kept, a fact a line. */
function linesOf(data: Record<string, unknown>): string {
  return Object.values(data)
    .flatMap((part) => (part && typeof part === 'object' ? Object.values(part) : [part]))
    .filter((value) => value !== null && value !== '')
    .map((value) => (typeof value === 'object' ? JSON.stringify(value) : String(value)))
    .join('\n');
}
