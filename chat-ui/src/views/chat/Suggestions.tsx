import { useWords } from '../../state/language';
import classes from './chat.module.css';

export function Suggestions({ questions, onAsk }: { questions: readonly string[]; onAsk: (text: string) => void }) {
  const { t } = useWords();
  return (
    <ul className={classes.suggestions} aria-label={t.chat.suggestions}>
      {questions.map((question) => (
        <li key={question}>
          <button type="button" onClick={() => onAsk(question)}>
            {question}
          </button>
        </li>
      ))}
    </ul>
  );
}
