import type { Language } from './catalogue';

/** Numbers and times as the language writes them. Times are UTC everywhere: logs of different places meet here. */
export interface Formats {
  number(value: number): string;
  /** Milliseconds as seconds with one decimal: `1.2`. */
  seconds(milliseconds: number): string;
  percent(part: number): string;
  dateTime(iso: string): string;
  time(iso: string): string;
  /** `24 Jan 2022, 03:58 – 04:12`: the second day only where it differs. */
  span(from: string | null, to: string | null): string;
}

export function formats(language: Language): Formats {
  const locale = language === 'zh' ? 'zh-CN' : 'en-GB';
  const number = new Intl.NumberFormat(locale);
  const one = new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
  const utc = { timeZone: 'UTC', hourCycle: 'h23' } as const;
  const day = new Intl.DateTimeFormat(locale, { ...utc, dateStyle: 'medium' });
  const minute = new Intl.DateTimeFormat(locale, { ...utc, hour: '2-digit', minute: '2-digit' });
  const second = new Intl.DateTimeFormat(locale, { ...utc, hour: '2-digit', minute: '2-digit', second: '2-digit' });
  const dateTime = (iso: string): string => read(iso, (date) => `${day.format(date)} ${second.format(date)}`);
  return {
    number: (value) => number.format(value),
    seconds: (milliseconds) => one.format(milliseconds / 1000),
    percent: (part) => percent.format(part),
    dateTime,
    time: (iso) => read(iso, (date) => second.format(date)),
    span: (from, to) => {
      if (from === null || to === null) return '';
      return read(from, (first) =>
        read(to, (last) => {
          const start = `${day.format(first)} ${minute.format(first)}`;
          if (first.getTime() === last.getTime() || minute.formatRange(first, last) === minute.format(first)) return start;
          const end = minute.format(last);
          return day.format(first) === day.format(last) ? `${start} – ${end}` : `${start} – ${day.format(last)} ${end}`;
        }),
      );
    },
  };
}

function read(iso: string, use: (date: Date) => string): string {
  const date = new Date(iso);
  return Number.isNaN(date.getTime()) ? iso : use(date);
}
