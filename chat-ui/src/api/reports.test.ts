import { describe, expect, it } from 'vitest';
import { isAttachable } from './reports';

describe('isAttachable', () => {
  it.each(['mail.eml', 'A.PNG', 'photo.JPeg'])('takes %s', (name) => {
    expect(isAttachable({ name, type: '' })).toBe(true);
  });

  it('takes a pasted picture by its type', () => {
    expect(isAttachable({ name: 'image', type: 'image/png' })).toBe(true);
  });

  it.each(['run.exe', 'page.html', 'eml', 'x.png.js'])('refuses %s', (name) => {
    expect(isAttachable({ name, type: '' })).toBe(false);
  });
});
