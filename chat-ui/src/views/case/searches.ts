import type { QuestionSearch } from '../../api/cases';
import { formatRoute } from '../../state/route';

/** The address of the alerts that a question asks for. */
export function alertsOf(search: QuestionSearch): string {
  const entity = search.entities[0];
  return formatRoute({
    page: 'alerts',
    search: {
      ...(entity === undefined ? {} : { entity }),
      ...(search.text === null ? {} : { q: search.text }),
      from: search.from.slice(0, 16),
      to: search.to.slice(0, 16),
    },
  });
}
