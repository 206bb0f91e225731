import { render, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { Markdown } from './Markdown';

it('shows headings, paragraphs, lists and bold as such, and nothing as markup', () => {
  render(<Markdown text={'# Yes\n\nOne **two**\nthree.\n\n- first\n  line\n- <b>second</b>\n'} />);
  expect(screen.getByRole('heading', { level: 3 }).textContent).toBe('Yes');
  expect(screen.getByText('two').tagName).toBe('STRONG');
  expect(screen.getAllByRole('listitem').map((item) => item.textContent)).toEqual([
    'first\n  line',
    '<b>second</b>',
  ]);
});
