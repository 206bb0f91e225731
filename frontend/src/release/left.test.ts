import { expect, it } from 'vitest';
import { leftOf } from './left';

it('counts every second that was begun', () => {
  expect(leftOf({ seconds: 60, renders: 3 }, [{ seconds: 4.2 }, { seconds: 5 }])).toBe(
    'Left: 1 video and 50 seconds.',
  );
});

it('says that nothing is left where an amendment allows less than was made', () => {
  expect(leftOf({ renders: 1 }, [{ seconds: 1 }, { seconds: 1 }])).toBe('Left: 0 videos.');
});

it('says so where there is no limit', () => {
  expect(leftOf({}, [{ seconds: 1 }])).toBe('The release sets no limit.');
});
