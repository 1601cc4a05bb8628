import { defineKind } from './kind.js';

export default defineKind({
  kind: 'budget',
  opens: [],
  holds: [],
  annexable: true,
  heading: () => ({}),
});
