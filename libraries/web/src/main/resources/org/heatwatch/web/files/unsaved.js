// A draft that the browser kept from before.

import { $, el } from './dom.js';
import { t } from './words.js';

/** Offers to take it up or to drop it; until then nothing can be edited, since an edit would take its place. */
export function offerUnsaved(editing, kept) {
  const rest = document.querySelector('.stage');
  $('left-over').hidden = false;
  rest.inert = true;
  const choice = (id, words, action) => el('button', {
    type: 'button',
    id,
    click: () => {
      $('left-over').hidden = true;
      rest.inert = false;
      action();
    },
  }, words);
  $('left-over').replaceChildren(
    t('draft.found', { version: kept.version }),
    ' ',
    choice('take-up', t('draft.restore'), () => {
      // Of the version that they were made of: if another is current by now, saving tells.
      editing.open(kept.version, kept.base);
      editing.replace(kept.now);
    }),
    ' ',
    choice('drop-unsaved', t('draft.drop'), () => editing.draft.drop()),
  );
}
