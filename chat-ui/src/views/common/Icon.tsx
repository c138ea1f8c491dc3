/** Line icons on a 24 × 24 grid, drawn for this page: no icon package, and nothing to fetch. */
const PATHS = {
  alert: 'M12 4 2.8 19.5h18.4L12 4Zm0 6v4.5m0 2.6v.1',
  arrowLeft: 'M19 12H5m6-6-6 6 6 6',
  bulb: 'M9 18h6m-5 3h4M8.5 15a6 6 0 1 1 7 0c-.6.6-1 1.200-1 2v.5h-5V17c0-.8-.4-1.400-1-2Z',
  chat: 'M4 5h16v11H9.500L5 20v-4H4V5Z',
  check: 'm4.500 12.500 5 5 10-11',
  history: 'M4 4.5V9h4.5M4.600 9A8 8 0 1 1 4 12.500m8-5V12l3.500 2',
  flag: 'M6 21V4m0 .5h11.500l-2.500 4 2.500 4H6',
  close: 'm6 6 12 12M18 6 6 18',
  moon: 'M20 14.500A8 8 0 0 1 9.500 4 8.300 8.300 0 1 0 20 14.500Z',
  sun: 'M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8Zm0-5.500V5m0 14v2.500M2.500 12H5m14 0h2.500M5.300 5.300 7 7m10 10 1.700 1.700m0-13.400L17 7M7 17l-1.700 1.700',
  auto: 'M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16Zm0 0v16m2-15.500v15m2.500-13.500v12',
  book: 'M5 4.500h5.500A1.500 1.500 0 0 1 12 6v14a2 2 0 0 0-2-1.500H5v-14Zm14 0h-5.500A1.500 1.500 0 0 0 12 6v14a2 2 0 0 1 2-1.500h5v-14Z',
  plus: 'M12 5v14M5 12h14',
  question: 'M9 9.200a3 3 0 1 1 4.600 2.500c-1 .7-1.600 1.200-1.600 2.500m0 3.200v.1M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18Z',
  search: 'M10.500 4a6.500 6.500 0 1 0 0 13 6.500 6.500 0 0 0 0-13Zm4.700 11.200L20.500 20.500',
  send: 'M5 12h13m-6-6.500 6.500 6.500-6.500 6.500',
  stop: 'M7 7h10v10H7V7Z',
  target: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18Zm-4 9 3 3 5.500-6',
  attempt: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18Zm-4 9h7m-3-3.500 3.500 3.500-3.500 3.500',
  minus: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18Zm-4.500 9h9',
  user: 'M12 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8ZM4.500 20c.8-3.500 3.700-5.500 7.500-5.500s6.700 2 7.500 5.500',
  tool: 'M14.500 6.500a4 4 0 0 1 5-1.500l-2.500 2.500 1.500 1.500L21 6.500a4 4 0 0 1-5.500 5L8 19.500a2 2 0 0 1-3-3l8-7.500a4 4 0 0 1 1.500-2.500Z',
  upload: 'M12 16V5m-4.500 4L12 4.500 16.500 9M5 16v3.500h14V16',
  download: 'M12 4v11m-4.500-4L12 15.500 16.500 11M5 16v3.500h14V16',
  inbox: 'M4 13.500 6.500 5h11l2.500 8.500V19H4v-5.500Zm0 0h5l1 2.500h4l1-2.500h5',
} as const;

export type IconName = keyof typeof PATHS;

/** Decoration beside words: hidden from screen readers. */
export function Icon({ name, size = 16 }: { name: IconName; size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={1.9}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      <path d={PATHS[name]} />
    </svg>
  );
}
