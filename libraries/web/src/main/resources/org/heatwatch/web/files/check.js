// The check of the draft by the server.

import { $, debounce, el } from './dom.js';
import { base, send } from './api.js';
import { named } from './footprint-list.js';
import { t } from './words.js';

const WAIT_MILLISECONDS = 300;

function refresh(editing) {
  const { defects, warnings } = editing.findings;
  const item = ({ where, problem, advice }) => el('li', {}, editing.draft.find(where)
    ? el('button', {
      type: 'button', class: 'name', click: () => editing.select(where),
    }, named(editing.draft.find(where)))
    : where, `: ${problem} - ${advice}`);
  $('findings').replaceChildren(
    defects.length === 0
      ? el('p', {}, t('check.good'))
      : el('div', {},
        el('p', { class: 'bad' }, t('check.defects', { count: defects.length })),
        el('ul', {}, defects.map(item))),
    warnings.length === 0 ? '' : el('details', {},
      el('summary', {}, t('check.warnings', { count: warnings.length })),
      el('ul', {}, warnings.map(item))),
  );
}

/** Sends each state of the draft to the server and shows the findings. Only the newest result is used. */
export function showFindings(editing, reportError) {
  const check = debounce(WAIT_MILLISECONDS, async () => {
    const text = editing.draft.text();
    try {
      const response = await send(`${base}/sites/check`, {
        method: 'POST', body: text, headers: { 'Content-Type': 'application/json' },
      });
      const findings = await response.json();
      if (text === editing.draft.text()) {
        document.body.dataset.checked = String(editing.draft.undoSteps.length);
        editing.setFindings(findings);
      }
    } catch (error) {
      reportError(error);
    }
  });
  editing.on('draft', check);
  editing.on('findings', () => refresh(editing));
}
