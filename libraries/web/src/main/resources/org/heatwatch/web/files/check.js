// What the server objects to in the draft.

import { $, calm, el } from './dom.js';
import { base, send } from './api.js';
import { named } from './footprint-list.js';
import { t } from './words.js';

const WAIT_MILLISECONDS = 300;

function refresh(editing) {
  const { defects, warnings } = editing.findings;
  const item = ({ where, problem, advice }) => el('li', {}, editing.draft.find(where)
    ? el('button', { type: 'button', class: 'name', click: () => editing.select(where) }, named(editing.draft.find(where)))
    : where, `: ${problem} - ${advice}`);
  $('findings').replaceChildren(
    defects.length === 0
      ? el('p', {}, t('check.good'))
      : el('div', {}, el('p', { class: 'bad' }, t('check.defects', { count: defects.length })), el('ul', {}, defects.map(item))),
    warnings.length === 0 ? '' : el('details', {}, el('summary', {}, t('check.warnings', { count: warnings.length })), el('ul', {}, warnings.map(item))),
  );
}

/** Has each state of the draft checked, and shows what is found. The newest check wins. */
export function showFindings(editing, trouble) {
  const check = calm(WAIT_MILLISECONDS, async () => {
    const text = editing.draft.text();
    try {
      const answer = await send(`${base}/sites/check`, { method: 'POST', body: text, headers: { 'Content-Type': 'application/json' } });
      const findings = await answer.json();
      if (text === editing.draft.text()) {
        document.body.dataset.checked = String(editing.draft.done.length);
        editing.found(findings);
      }
    } catch (error) {
      trouble(error);
    }
  });
  editing.on('draft', check);
  editing.on('findings', () => refresh(editing));
}
