import { describe, expect, it } from 'vitest';
import { formats } from './formats';

describe('formats', () => {
  it('tells times in UTC', () => {
    expect(formats('en').dateTime('2022-01-24T03:58:09Z')).toBe('24 Jan 2022 03:58:09');
    expect(formats('zh').dateTime('2022-01-24T03:58:09Z')).toBe('2022年1月24日 03:58:09');
  });

  it('names the second day of a span only where it differs', () => {
    const { span } = formats('en');
    expect(span('2022-01-24T03:58:00Z', '2022-01-24T04:12:00Z')).toBe('24 Jan 2022 03:58 – 04:12');
    expect(span('2022-01-24T03:58:00Z', '2022-01-25T00:00:00Z')).toBe('24 Jan 2022 03:58 – 25 Jan 2022 00:00');
    expect(span('2022-01-24T03:58:00Z', '2022-01-24T03:58:30Z')).toBe('24 Jan 2022 03:58');
    expect(span('2022-01-24T03:58:00Z', '2022-01-25T03:58:00Z')).toBe('24 Jan 2022 03:58 – 25 Jan 2022 03:58');
  });

  it('shows a time that it cannot read as it stands', () => {
    expect(formats('en').dateTime('soon')).toBe('soon');
  });
});
