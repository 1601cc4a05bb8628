import { defineKind } from './kind.js';

export default defineKind({
  kind: 'minutes',
  opens: [],
  holds: [],
  annexable: false,
  heading: () => ({}),
});
