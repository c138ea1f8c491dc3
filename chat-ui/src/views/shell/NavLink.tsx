import type { ReactNode } from 'react';
import { formatRoute, type Route } from '../../state/route';
import classes from './shell.module.css';

interface Props {
  to: Route | `#/${string}`;
  current: boolean;
  label: string;
  /** How it is read out, where a number beside the label would say too little. */
  named?: string;
  children?: ReactNode;
}

export function NavLink({ to, current, label, named, children }: Props) {
  return (
    <a
      href={typeof to === 'string' ? to : formatRoute(to)}
      aria-current={current ? 'page' : undefined}
      aria-label={named === label ? undefined : named}
      className={classes.navLink}
    >
      {label}
      {children}
    </a>
  );
}
