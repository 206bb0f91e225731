/** The boxes in the order in which every consent text explains them. */
export const BOXES = ['create', 'use', 'face', 'voice', 'training'] as const;

export type Box = (typeof BOXES)[number];

export interface Explained {
  box: Box;
  label: string;
  meaning: string;
}

const ITEM = /^- \*\*(.+?)\*\*\s+([\s\S]+)$/;

/**
 * What stands beside each box: the words of the text itself, so that both are in one language and never differ. They are
 * the items of the first list. Throws when that list does not explain all boxes: then nothing may be ticked.
 */
export function explainedBoxes(text: string): Explained[] {
  const list = text.split(/\n\s*\n/).find((block) => block.startsWith('- ')) ?? '';
  const items = list.split(/\n(?=- )/).map((item) => ITEM.exec(item));
  if (items.length !== BOXES.length || items.some((item) => item === null)) {
    throw new Error('the consent text does not explain every box');
  }
  return BOXES.map((box, i) => ({
    box,
    label: items[i]![1]!,
    meaning: items[i]![2]!.trim().replace(/\s*\n\s*/g, ' '),
  }));
}
