import type { ReactNode } from 'react';
import { formatRoute, type Route } from '../../state/route';
import classes from './shell.module.css';

interface Props {
  to: Route | `#/${string}`;
  current: boolean;
  label: string;
  children?: ReactNode;
}

export function NavLink({ to, current, label, children }: Props) {
  return (
    <a href={typeof to === 'string' ? to : formatRoute(to)} aria-current={current ? 'page' : undefined} className={classes.navLink}>
      {label}
      {children}
    </a>
  );
}
