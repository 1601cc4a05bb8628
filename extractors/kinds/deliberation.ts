import { defineKind } from './kind.js';

export default defineKind({
  kind: 'deliberation',
  opens: [],
  holds: [],
  annexable: false,
  heading: () => ({}),
});
