/**
 * The bars: what the speed of the program is held to, as ratios within one run on one machine, but for the few that are
 * promises to who uses it. A bar is judged where what it needs was measured.
 */
import { differenceInErrors, meanWait } from './day-counts.ts';
import { CPP, SIMPY } from './peers/peers.ts';
import { type Figure, type Judged, ratioOf } from './result.ts';

interface Bar {
  readonly text: string;
  readonly least?: number;
  readonly most?: number;
  /** Null where it was not measured. */
  value(figures: readonly Figure[]): number | null;
}

const BARS: readonly Bar[] = [
  timesPeer('HOLD, 1,000 entities', CPP, 0.9),
  timesPeer('M/M/3 at load 0.9', CPP, 0.6),
  timesPeer('DAY', CPP, 0.5),
  timesPeer('DAY', SIMPY, 20),
  agrees(CPP),
  agrees(SIMPY),
  single('Pori, private too: days/s of one core', 'Pori, private too', { least: 1000 }),
  {
    text: 'Pori, private too: times as long as measured alone',
    most: 1.5,
    value: (figures) => find(figures, 'Pori, private too')?.ratio ?? null,
  },
  {
    text: 'Pori, every event recorded: times as long as without',
    most: 2,
    value: (figures) => find(figures, 'Pori, recorded too')?.ratio ?? null,
  },
  single('Pori on two threads: times as fast as on one', 'Threads, gain of two', { least: 1.9 }),
  single('First figure on the terminal: seconds', 'Start-up, first figure', { most: 0.6 }),
  single('Peak memory of 100,000 replications: MB', 'Memory, 100,000 days', { most: 300 }),
  single('A day in a hall 100 times as large: times as long', 'Growth, hall 100 times as large', {
    most: 150,
  }),
];

export function judge(figures: readonly Figure[]): Judged[] {
  return BARS.flatMap(({ text, least, most, value: read }) => {
    const value = read(figures);
    if (value === null) return [];
    const isMet = value >= (least ?? -Infinity) && value <= (most ?? Infinity);
    return [
      { text, value, isMet, ...(least !== undefined && { least }), ...(most !== undefined && { most }) },
    ];
  });
}

/** Our speed in that of the best version of a peer. */
export function timesBest(figures: readonly Figure[], work: string, language: string): number | null {
  const ours = find(figures, work);
  const best = bestPeer(figures, work, language);
  return ours && best ? ratioOf(ours, best) : null;
}

export function bestPeer(figures: readonly Figure[], work: string, language: string): Figure | null {
  const versions = figures.filter(({ peer }) => peer?.of === work && peer.language === language);
  return versions.toSorted((a, b) => b.median - a.median)[0] ?? null;
}

function timesPeer(work: string, language: string, least: number): Bar {
  return {
    text: `${work}: times the speed of ${language}`,
    least,
    value: (figures) => timesBest(figures, work, language),
  };
}

/** By chance one in a hundred true agreements is judged as none. */
function agrees(language: string): Bar {
  return {
    text: `DAY: mean wait less that of ${language}, in standard errors`,
    least: -2.58,
    most: 2.58,
    value(figures) {
      const [ours, theirs] = [find(figures, 'DAY')?.totals, bestPeer(figures, 'DAY', language)?.totals];
      return ours && theirs ? differenceInErrors(meanWait(ours), meanWait(theirs)) : null;
    },
  };
}

function single(text: string, work: string, limit: { least?: number; most?: number }): Bar {
  return { text, ...limit, value: (figures) => find(figures, work)?.median ?? null };
}

const find = (figures: readonly Figure[], name: string) => figures.find(({ work }) => work === name);
