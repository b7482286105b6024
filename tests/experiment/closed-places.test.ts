import { describe, expect, it } from 'vitest';
import { withClosedPlaces } from '../../engine/experiment/closed-places.ts';
import { compile } from '../../engine/model/compile.ts';
import { VIEW } from '../../engine/model/seeing.ts';
import { FLOOR } from '../privacy/floor-story.ts';
import { storyScenario } from '../simulation/story.ts';

const SEEN = `
  sensitivities: { private: { sight: { time: 5 s }, presence: { time: 0 s } } }
  spaces:
    desk-2: { type: desk, at: [1, 4], size: [2, 2] }
    hall-1: { seats: 4 }`;

describe('closed rooms in place of desks', () => {
  const model = compile(storyScenario([FLOOR, SEEN]), { traces: { list: [] } });
  const closed = withClosedPlaces(model);
  const [desk, hall, twin] = ['desk-1', 'hall-1', 'desk-2'].map((id) => model.ids.spaces.indexOf(id));
  const seat = model.vantages?.firstSeat[hall] ?? -1;

  it('let nothing be heard, which the open desk does', () => {
    expect(model.hearing?.sti(0, desk, seat)).toBeGreaterThan(0.2);
    expect(closed.hearing?.sti(0, desk, seat)).toBe(0);
    expect(closed.hearing?.stiAmid(0, desk, seat, new Float64Array(7))).toBe(0);
    const babble = new Float64Array(7);
    closed.hearing?.addBabble(0, desk, seat, babble);
    expect([...babble]).toEqual([0, 0, 0, 0, 0, 0, 0]);
    expect(closed.hearing?.isInLoop(desk, seat)).toBe(false);
  });

  it('let nothing be seen, from outside nor to the outside', () => {
    expect(model.seeing?.view(desk, seat)).not.toBe(VIEW.nothing);
    expect(closed.seeing?.view(desk, seat)).toBe(VIEW.nothing);
    expect(model.seeing?.recognises(desk, seat)).toBe(true);
    expect(closed.seeing?.recognises(desk, seat)).toBe(false);
    expect(closed.seeing?.recognises(seat, desk)).toBe(false);
    for (const what of ['face', 'paper', 'screen'] as const)
      expect(closed.seeing?.makesOut(what, desk, seat)).toBe(false);
  });

  it('leave the waiting area as it was, and who is in one room', () => {
    expect(closed.seeing?.recognises(seat, seat + 1)).toBe(true);
    expect(closed.seeing?.recognises(desk, twin)).toBe(model.seeing?.recognises(desk, twin));
  });

  it('change nothing else', () => {
    const { hearing: _, seeing: __, ...rest } = closed;
    expect(model).toMatchObject(rest);
    const { hearing, seeing } = withClosedPlaces({ ...model, hearing: null, seeing: null });
    expect([hearing, seeing]).toEqual([null, null]);
  });
});
