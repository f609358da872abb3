import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { unwrap, useApi } from '../../../shared/api.ts';
import { useLanguage, useWords } from '../../../shared/language.tsx';
import { Section } from '../../../shared/page/index.ts';
import classes from './channels.module.css';
import { plain, type Rule } from './rules.ts';
import { channelWords } from './words.ts';

/** What the rules on the page would have made of the last thirty days, as bars before and after. */
export function Preview({ rules }: { rules: readonly Rule[] }) {
  const t = useWords(channelWords);
  const api = useApi();
  const language = useLanguage();
  const ask = useMutation({
    mutationFn: () => unwrap(api.POST('/api/staff/channel-rules/preview', { body: { rules: plain(rules), days: 30 } })),
  });
  const { data } = ask;
  const most = Math.max(1, ...(data?.items ?? []).flatMap(({ before, after }) => [before, after]));
  return (
    <Section title={t('previewTitle')}>
      <Button variant="default" loading={ask.isPending} onClick={() => ask.mutate()}>
        {t('preview')}
      </Button>
      <p role="status" className={ask.error ? classes.bad : classes.soft}>
        {ask.error
          ? ask.error.message
          : data &&
            (data.total === 0
              ? t('previewNone')
              : data.changed === 0
                ? t('previewSame')
                : t('previewChanged', { n: data.changed, all: data.total.toLocaleString(language) }))}
      </p>
      {data && data.items.length > 0 && (
        <ul className={classes.bars}>
          {data.items.map(({ arrival, before, after }) => (
            <li key={arrival}>
              <span>{t(arrival)}</span>
              {[before, after].map((count, n) => (
                <span key={n === 0 ? 'now' : 'afterwards'} className={classes.bar} data-then={n === 1 || undefined}>
                  <i style={{ inlineSize: `${(count / most) * 100}%` }} />
                  <small>
                    {t(n === 0 ? 'now' : 'afterwards')} {count.toLocaleString(language)}
                  </small>
                </span>
              ))}
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
