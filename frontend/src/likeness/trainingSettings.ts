/** One thing that a person may set about their training; names, ranges and presets are the API's. */
interface Common {
  key: string;
  label: string;
  hint: string;
}

export interface NumberSetting extends Common {
  kind: 'number';
  preset: number;
  min: number;
  max: number;
  step: number;
}

export interface ChoiceSetting extends Common {
  kind: 'choice';
  preset: string;
  choices: string[];
}

/** Numbers in a row, written with hyphens between them. */
export interface ListSetting extends Common {
  kind: 'list';
  preset: number[];
}

export type Setting = NumberSetting | ChoiceSetting | ListSetting;

const number = (
  key: string,
  label: string,
  hint: string,
  preset: number,
  min: number,
  max: number,
  step = 1,
): NumberSetting => ({ kind: 'number', key, label, hint, preset, min, max, step });

const choice = (
  key: string,
  label: string,
  hint: string,
  choices: string[],
  preset: string,
): ChoiceSetting => ({
  kind: 'choice',
  key,
  label,
  hint,
  choices,
  preset,
});

export const SETTINGS: Setting[] = [
  choice(
    'profile',
    'Profile',
    'Presets of all the rest: for two cores, or for a graphics card.',
    ['cpu', 'gpu'],
    'cpu',
  ),
  choice(
    'renderer',
    'Renderer',
    'Your own frames alone, corrected by a network, or sharpened against a critic; or a pair of your looks.',
    ['retrieval', 'retrieval+residual', 'adversarial', 'autoencoder'],
    'retrieval+residual',
  ),
  choice('device', 'Device', 'Where it computes.', ['auto', 'cpu', 'gpu'], 'auto'),
  number(
    'steps',
    'Steps',
    'More learns longer, up to 20,000; 0 draws from your own frames alone.',
    500,
    0,
    20_000,
  ),
  number(
    'patience',
    'Patience',
    'Ends after so many scores without improvement; 0 takes all steps.',
    10,
    0,
    100,
  ),
  number(
    'learningRate',
    'Learning rate',
    'From 0.00001 to 0.1; falls as training goes on.',
    0.001,
    0.00001,
    0.1,
    0.00001,
  ),
  number('batch', 'Batch', 'Examples in a step, 1 to 64.', 8, 1, 64),
  number('resolution', 'Resolution', 'Side of its pictures, 32 to 256 pixels in eights.', 64, 32, 256, 8),
  {
    kind: 'list',
    key: 'channels',
    label: 'Channels',
    hint: 'Width of each level, 2 to 6 levels, 4 to 512 in fours.',
    preset: [16, 32, 64, 96],
  },
  choice(
    'activation',
    'Activation',
    'What follows each layer.',
    ['leaky-relu', 'relu', 'silu', 'elu'],
    'leaky-relu',
  ),
  choice(
    'optimiser',
    'Optimiser',
    'SGD wants a learning rate about ten times as high.',
    ['adam', 'sgd'],
    'adam',
  ),
  number('pixelWeight', 'Pixel loss', 'What each pixel counts, 0 to 100.', 1, 0, 100, 0.01),
  number('mouthWeight', 'Mouth', 'How much more pixels around the mouth count, 0 to 100.', 3, 0, 100, 0.01),
  number(
    'temporalWeight',
    'Temporal loss',
    'What quivering from frame to frame counts, 0 to 100.',
    0,
    0,
    100,
    0.01,
  ),
  number('gradientWeight', 'Gradient loss', 'What edges count, 0 to 100.', 0, 0, 100, 0.01),
  number(
    'adversarialWeight',
    'Adversarial loss',
    'What the critic counts, 0 to 1; adversarial renderer only.',
    0.01,
    0,
    1,
    0.001,
  ),
  number('adversarialFrom', 'Critic from step', 'Until then the network learns without it.', 300, 0, 20_000),
  number('seed', 'Seed', 'The same seed gives the same model.', 1, 0, 999_999_999),
];

export type ChosenSettings = Record<string, number | string | number[]>;

/** What has been changed; all else is left to the profile. */
export const UNCHANGED: ChosenSettings = {};

/** `16-32-64`, with any signs between the numbers. */
export function numbers(text: string): number[] {
  return (text.match(/\d+/g) ?? []).map(Number);
}
