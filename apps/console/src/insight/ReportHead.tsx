import { Button, Popover, SegmentedControl } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { formatDayAndTime } from '@throughline/ui/format';
import type { ReactNode } from 'react';
import { useLanguage, useWords } from '../shared/language.tsx';
import type { ListState } from '../shared/list/index.ts';
import { dayIn, shiftDay } from '../shared/page/days.ts';
import { useRetailer } from '../shared/page/index.ts';
import classes from './insight.module.css';
import { insightWords } from './words.ts';

const presets = [7, 30, 90] as const;

/** The days a report is about, in the address; the thirty up to yesterday unless said. */
export function usePeriod(state: ListState) {
  const { zone } = useRetailer();
  const yesterday = shiftDay(dayIn(zone, new Date()), -1);
  const to = state.search.to ?? yesterday;
  const from = state.search.from ?? shiftDay(to, -29);
  return { from, to, yesterday };
}

export function PeriodPicker({ state }: { state: ListState }) {
  const t = useWords(insightWords);
  const { from, to, yesterday } = usePeriod(state);
  const preset = presets.find((days) => to === yesterday && from === shiftDay(to, 1 - days));
  return (
    <div className={classes.period}>
      <SegmentedControl
        aria-label={t('period')}
        value={preset ? String(preset) : ''}
        data={presets.map((days) => ({ value: String(days), label: t('lastDays', { n: days }) }))}
        onChange={(days) => state.change({ from: shiftDay(yesterday, 1 - Number(days)), to: undefined })}
      />
      <label>
        {t('from')}
        <input
          type="date"
          value={from}
          max={to}
          onChange={(event) => event.currentTarget.value && state.change({ from: event.currentTarget.value, to })}
        />
      </label>
      <label>
        {t('to')}
        <input
          type="date"
          value={to}
          min={from}
          onChange={(event) => event.currentTarget.value && state.change({ from, to: event.currentTarget.value })}
        />
      </label>
    </div>
  );
}

interface Chips {
  unit: string;
  window?: string;
  zone: string;
  identity?: boolean;
  dataAsOf: string;
  definition: string;
  version: number;
  n: number;
  /** Undefined for who may not take data along. */
  onCsv: (() => void) | undefined;
}

/** Under every title: what is counted, of whom, when, as of when, by which definition. */
export function TrustChips({ unit, window, zone, identity, dataAsOf, definition, version, n, onCsv }: Chips) {
  const t = useWords(insightWords);
  const language = useLanguage();
  const chips: [string, ReactNode][] = [
    [t('unit'), unit],
    ...(window ? ([[t('window'), window]] as [string, ReactNode][]) : []),
    ...(identity ? ([[t('identity'), t('identityRule')]] as [string, ReactNode][]) : []),
    [t('dataAsOf'), `${formatDayAndTime(dataAsOf, language, zone)} (${zone})`],
  ];
  return (
    <ul className={classes.chips}>
      <li>
        <strong>{t('nOf', { n })}</strong>
      </li>
      {chips.map(([name, value]) => (
        <li key={name}>
          {name}: {value}
        </li>
      ))}
      <li className={classes.chipButton}>
        <Popover width={420} withinPortal position="bottom-start" trapFocus>
          <Popover.Target>
            <button type="button">{t('definition', { n: version })}</button>
          </Popover.Target>
          <Popover.Dropdown>
            <h2 className={classes.definitionTitle}>{t('definitionTitle')}</h2>
            <p className={classes.definition} lang="en">
              {definition}
            </p>
            <p className={classes.definition}>{t('withoutToday')}</p>
          </Popover.Dropdown>
        </Popover>
      </li>
      {onCsv && (
        <li className={classes.csv}>
          <Button
            variant="subtle"
            color="gray"
            size="compact-sm"
            leftSection={<IconDownload size={14} aria-hidden="true" />}
            onClick={onCsv}
          >
            {t('csv')}
          </Button>
        </li>
      )}
    </ul>
  );
}
