import { defineKind } from './kind.js';

export default defineKind({
  kind: 'activity_report',
  opens: [],
  holds: [],
  annexable: true,
  heading: () => ({}),
});
