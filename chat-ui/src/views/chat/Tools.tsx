import { defang } from '../../answer/defang';
import { givenTo } from '../../answer/arguments';
import type { ToolUse } from '../../state/conversation';
import { useWords } from '../../state/language';
import classes from './chat.module.css';

/** What was looked up for an answer: closed at first, there for who wants to check. */
export function Tools({ tools }: { tools: readonly ToolUse[] }) {
  const { t } = useWords();
  return (
    <details className={classes.tools}>
      <summary>{t.chat.tools(tools.length)}</summary>
      <ol>
        {tools.map((tool, index) => (
          <li key={index}>
            <code className="mono wrap-anywhere">
              {tool.name} {defang(givenTo(tool.arguments))}
            </code>
            {tool.summary !== '' && <div className="muted">{defang(tool.summary)}</div>}
          </li>
        ))}
      </ol>
    </details>
  );
}
