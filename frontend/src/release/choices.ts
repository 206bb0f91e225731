/** The codes that the studio knows, in the order in which they are offered. */
export const PURPOSES = ['entertainment', 'advertising', 'dubbing', 'education', 'accessibility', 'internal'];

export const MEDIA = [
  'cinema',
  'television',
  'streaming',
  'online',
  'social-media',
  'radio',
  'games',
  'live-event',
  'intranet',
];

/** Under a release only where it says so. */
export const SENSITIVE = [
  'nudity',
  'violence',
  'politics',
  'religion',
  'health',
  'alcohol-and-tobacco',
  'gambling',
];

export const APPROVALS: [string, string][] = [
  ['talent', 'The person shown approves each use'],
  ['reviewer', 'A reviewer of the organisation approves each use'],
  ['none', 'No approval of single uses'],
];
