import { defineKind } from './kind.js';

export default defineKind({
  kind: 'convention',
  opens: [],
  holds: [],
  annexable: true,
  heading: () => ({}),
});
