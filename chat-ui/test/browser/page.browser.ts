import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { alerts } from './stories/alerts.ts';
import { appearance } from './stories/appearance.ts';
import { cases } from './stories/cases.ts';
import { chat } from './stories/chat.ts';
import { desk } from './stories/desk.ts';
import { hunt } from './stories/hunt.ts';
import { knowledge } from './stories/knowledge.ts';
import { proof } from './stories/proof.ts';
import { signIn } from './stories/sign-in.ts';
import { staff } from './stories/staff.ts';
import { Visit } from './visit.ts';

const visit = new Visit();

beforeAll(() => visit.begin());

afterAll(() => visit.end());

afterEach(() => {
  expect(visit.complaints.splice(0), 'errors in the console, or requests to elsewhere').toEqual([]);
});

signIn(visit);
cases(visit);
chat(visit);
proof(visit);
hunt(visit);
alerts(visit);
knowledge(visit);
desk(visit);
appearance(visit);
staff(visit);

describe('accessibility', () => {
  it('has no fault that axe-core finds on any page seen above', () => {
    expect(visit.faults).toEqual([]);
  });
});
