import { defineKind } from './kind.js';

export default defineKind({
  kind: 'annex',
  opens: [],
  holds: [],
  annexable: true,
  heading: () => ({}),
});
