import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconBuildingStore, IconDeviceLaptop, IconId } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { formatDay } from '@throughline/ui/format';
import { useState } from 'react';
import { newKey, unwrap, useApi } from '../shared/api.ts';
import { useLanguage, useWords } from '../shared/language.tsx';
import { useRetailer } from '../shared/page/index.ts';
import classes from './customers.module.css';
import { type Profile, useReread } from './queries.ts';
import { profileWords } from './words.ts';

const evidences = [
  'code',
  'sign_in',
  'id_seen',
  'handoff',
  'staff_confirmed',
  'link',
  'matched',
  'order_link',
  'receipt_link',
  'reported_card',
  'reported_order',
  'card_issued',
] as const;
const facts = ['order', 'handoff', 'phone_call', 'conversation', 'loyalty_card', 'id_seen'] as const;

/** Each sale of a till is a part of its own, and a regular customer has hundreds. */
const shownAtFirst = 8;

/** The parts one person is put together from, and why; each joint can be taken apart again. */
export function Identity({ id, profile }: { id: string; profile: Profile }) {
  const t = useWords(profileWords);
  const language = useLanguage();
  const { zone } = useRetailer();
  const api = useApi();
  const reread = useReread(id);
  const [isAll, setAll] = useState(false);
  const first = <T,>(of: readonly T[]): readonly T[] => (isAll ? of : of.slice(0, shownAtFirst));
  const most = Math.max(profile.subjects.length, profile.links.length);
  const undo = useMutation({
    mutationFn: (linkId: string) =>
      unwrap(
        api.DELETE('/api/staff/customers/{id}/links/{linkId}', {
          params: { path: { id, linkId }, header: { 'idempotency-key': newKey() } },
        } as never),
      ),
    onSuccess: () => {
      notifications.show({ message: t('apart') });
      reread();
    },
  });
  const partOf = (subjectId: string) => {
    const index = profile.subjects.findIndex((one) => one.id === subjectId);
    const subject = profile.subjects[index];
    if (!subject) return t('someone');
    const proven = profile.identifiers.find((one) => one.subjectId === subjectId && one.state === 'verified');
    if (subject.kind === 'verified') return proven ? proven.value : t('part_verified');
    const same = profile.subjects.filter((one) => one.kind === 'anonymous' && one.source === subject.source);
    const name =
      subject.source === 'web' || subject.source === 'staff' || subject.source === 'receipt'
        ? t(`part_${subject.source}`)
        : t('part_other', { source: subject.source?.replace(/:trusted$/, '') ?? '' });
    return same.length > 1 ? `${name} ${same.indexOf(subject) + 1}` : name;
  };
  const why = (link: Profile['links'][number]) => {
    const evidence = evidences.find((one) => one === link.evidence);
    const fact = facts.find((one) => one === link.details.fact);
    const words = evidence ? t(`ev_${evidence}`) : link.evidence;
    return fact ? `${words}: ${t(`fact_${fact}`)}` : words;
  };
  return (
    <>
      <ul className={classes.parts}>
        {first(profile.subjects).map((subject) => {
          const Shape =
            subject.kind === 'verified'
              ? IconId
              : subject.source === 'staff' || subject.source === 'receipt'
                ? IconBuildingStore
                : IconDeviceLaptop;
          return (
            <li key={subject.id} data-verified={subject.kind === 'verified' ? '' : undefined}>
              <Shape size={16} stroke={1.6} aria-hidden="true" />
              <span>{partOf(subject.id)}</span>
              <small>{formatDay(subject.since, language, zone)}</small>
            </li>
          );
        })}
      </ul>
      {profile.links.length === 0 ? (
        <p className={classes.soft}>{t('whyNone')}</p>
      ) : (
        <ul className={classes.links}>
          {first(profile.links).map((link) => (
            <li key={link.id} data-undone={link.undoneAt ? '' : undefined}>
              <span>
                {partOf(link.subjectId)} = {partOf(link.anchorSubjectId)}
                <small>
                  {[
                    why(link),
                    formatDay(link.at, language, zone),
                    link.by.name ?? (link.by.actor.startsWith('staff') ? t('colleague') : undefined),
                    link.undoneAt ? t('undone', { day: formatDay(link.undoneAt, language, zone) }) : undefined,
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </small>
              </span>
              {!link.undoneAt && (
                <Button
                  variant="subtle"
                  color="gray"
                  size="compact-sm"
                  loading={undo.isPending && undo.variables === link.id}
                  onClick={() => undo.mutate(link.id)}
                >
                  {t('takeApart')}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {!isAll && most > shownAtFirst && (
        <Button variant="subtle" size="compact-sm" onClick={() => setAll(true)}>
          {t('allParts', { n: most })}
        </Button>
      )}
      {undo.error && (
        <p role="alert" className={classes.bad}>
          {undo.error.message}
        </p>
      )}
    </>
  );
}
