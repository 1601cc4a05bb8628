import { defineKind } from './kind.js';

export default defineKind({
  kind: 'other',
  opens: [],
  holds: [],
  annexable: false,
  heading: () => ({}),
});
