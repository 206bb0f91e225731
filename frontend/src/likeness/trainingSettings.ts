/** One number that a person may set about their training; ranges and presets are the API's. */
export interface Setting {
  key: 'steps' | 'learningRate' | 'batch' | 'channels' | 'resolution' | 'seed';
  label: string;
  hint: string;
  preset: number;
  min: number;
  max: number;
  step: number;
}

export const SETTINGS: Setting[] = [
  {
    key: 'steps',
    label: 'Steps',
    hint: 'More learns longer, up to 20,000; 0 draws from your own frames alone.',
    preset: 500,
    min: 0,
    max: 20_000,
    step: 1,
  },
  {
    key: 'learningRate',
    label: 'Learning rate',
    hint: 'From 0.00001 to 0.01; falls as training goes on.',
    preset: 0.001,
    min: 0.00001,
    max: 0.01,
    step: 0.00001,
  },
  {
    key: 'batch',
    label: 'Batch',
    hint: 'Examples in a step, 1 to 64.',
    preset: 8,
    min: 1,
    max: 64,
    step: 1,
  },
  {
    key: 'channels',
    label: 'Channels',
    hint: 'Width of the network, 4 to 64 in fours.',
    preset: 16,
    min: 4,
    max: 64,
    step: 4,
  },
  {
    key: 'resolution',
    label: 'Resolution',
    hint: 'Side of its pictures, 32 to 256 pixels in eights.',
    preset: 64,
    min: 32,
    max: 256,
    step: 8,
  },
  {
    key: 'seed',
    label: 'Seed',
    hint: 'The same seed gives the same model.',
    preset: 1,
    min: 0,
    max: 999_999_999,
    step: 1,
  },
];

export type ChosenSettings = Record<Setting['key'], number>;

export const PRESET = Object.fromEntries(
  SETTINGS.map((setting) => [setting.key, setting.preset]),
) as ChosenSettings;
