import { describe, expect, it } from 'vitest';
import { components } from '../../openapi.json';
import { numbers, SETTINGS } from './trainingSettings';

type Schema = Record<string, unknown>;

describe('settings', () => {
  it('are those, with the presets and ranges, of the API', () => {
    const api = components.schemas.TrainingSettings.properties as Record<string, Schema>;
    expect(SETTINGS.map((setting) => setting.key).sort()).toEqual(Object.keys(api).sort());
    for (const setting of SETTINGS) {
      const told = api[setting.key]!;
      switch (setting.kind) {
        case 'number':
          expect({ ...setting, preset: String(setting.preset) }).toMatchObject({
            preset: String(Number(told.default)),
            min: told.minimum ?? setting.min,
            max: told.maximum ?? setting.max,
            step: told.multipleOf ?? setting.step,
          });
          break;
        case 'choice':
          expect(setting).toMatchObject({ preset: told.default, choices: told.enum });
          break;
        case 'list':
          expect(setting.preset).toEqual(numbers(String(told.description)));
      }
    }
  });

  it('reads a list of numbers whatever stands between them', () => {
    expect(numbers('16-32, 64 96')).toEqual([16, 32, 64, 96]);
    expect(numbers('')).toEqual([]);
  });
});
