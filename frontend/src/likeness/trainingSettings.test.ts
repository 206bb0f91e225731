import { expect, it } from 'vitest';
import { components } from '../../openapi.json';
import { SETTINGS } from './trainingSettings';

it('offers the settings, presets and ranges of the API', () => {
  const api: Record<string, object> = components.schemas.TrainingSettings.properties;
  expect(SETTINGS.map((setting) => setting.key).sort()).toEqual(Object.keys(api).sort());
  for (const { key, preset, min, max, step } of SETTINGS) {
    const {
      default: usual,
      minimum = min,
      maximum = max,
      multipleOf = step,
    } = api[key] as Record<string, number>;
    expect({ key, preset, min, max, step }).toEqual({
      key,
      preset: Number(usual),
      min: minimum,
      max: maximum,
      step: multipleOf,
    });
  }
});
