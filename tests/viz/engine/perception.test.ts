import { beforeAll, describe, expect, it } from 'vitest';
import { type Design, modelOf } from '../../../engine/experiment/design.ts';
import { Perception } from '../../../viz/engine/perception.ts';
import { designIn } from '../a-day.ts';

describe('what is heard and seen in Pori', () => {
  let design: Design;
  let perception: Perception;
  const space = (id: string) => modelOf(design).ids.spaces.indexOf(id);

  beforeAll(() => {
    design = designIn('scenarios/pori.yaml');
    perception = new Perception(modelOf(design), design.walking);
  });

  it('has the STI of the model at each seat, within what it changes from one point of the grid to the next', () => {
    const { hearing, vantages } = modelOf(design);
    if (hearing === null || vantages === null) throw new Error('nothing is heard');
    const desk = space('d2');
    const field = perception.speech(desk, 0);
    if (field === null) throw new Error('there is no field');
    const first = vantages.firstSeat[space('waiting')];
    for (let seat = first; seat < first + 20; seat++) {
      const { x, y } = vantages.points[seat];
      const column = Math.round((x - field.x) / field.step);
      const row = Math.round((y - field.y) / field.step);
      const drawn = field.values[row * field.columns + column];
      expect(Math.abs(drawn - hearing.sti(0, desk, seat))).toBeLessThan(0.03);
    }
  });

  it('keeps talk in a closed room within it', () => {
    const field = perception.speech(space('r2'), 0);
    expect(field).not.toBeNull();
    expect(Math.max(...[...(field?.values ?? [])].filter((sti) => sti < 1))).toBeLessThan(0.2);
  });

  it('sees what the model sees, from each place', () => {
    const { seeing } = modelOf(design);
    const kiosk = space('k2');
    const seen = perception.sight(kiosk);
    expect(seen).not.toBeNull();
    seen?.forEach((bits, vantage) => {
      expect((bits & 4) !== 0).toBe(seeing?.makesOut('screen', kiosk, vantage));
    });
    expect(seen?.some((bits) => bits !== 0)).toBe(true);
  });

  it('knows of no space that another design has', () => {
    const beyond = modelOf(design).spaces.length;
    expect(perception.speech(beyond, 0)).toBeNull();
    expect(perception.sight(beyond)).toBeNull();
  });
});
