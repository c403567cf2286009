// The offer to restore a draft that was not saved.

import { $, el } from './dom.js';
import { t } from './words.js';

/** Offers to restore or discard the draft. Until then nothing can be edited, because an edit would overwrite it. */
export function offerUnsaved(editing, stored) {
  const rest = document.querySelector('.stage');
  $('left-over').hidden = false;
  rest.inert = true;
  const choice = (id, text, action) => el('button', {
    type: 'button',
    id,
    click: () => {
      $('left-over').hidden = true;
      rest.inert = false;
      action();
    },
  }, text);
  $('left-over').replaceChildren(
    t('draft.found', { version: stored.version }),
    ' ',
    choice('take-up', t('draft.restore'), () => {
      // Opened with the version that was edited; saving reports a conflict if there is a newer one.
      editing.open(stored.version, stored.base);
      editing.replace(stored.now);
    }),
    ' ',
    choice('drop-unsaved', t('draft.drop'), () => editing.draft.discard()),
  );
}
