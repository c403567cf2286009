// Entry point of the footprint editor.

import { $, saveFile } from './dom.js';
import { RequestError, base, site } from './api.js';
import { showBackground } from './background.js';
import { showFindings } from './check.js';
import { Draft } from './draft.js';
import { Editing } from './editing.js';
import { showForm } from './footprint-form.js';
import { named, showList } from './footprint-list.js';
import { FootprintMap } from './footprint-map.js';
import { baseMapControls, showTips } from './map.js';
import { rectangle } from './outline.js';
import { setView, updateLanguageLinks, viewParameter } from './view.js';
import { canSave, load, showSaving } from './saving.js';
import { showNewSite } from './new-site.js';
import { showGoTo, showImport } from './outline-import.js';
import { offerUnsaved } from './unsaved.js';
import { t } from './words.js';

const SIZE_METRES = [60, 40];

function reportError(error) {
  $('trouble').hidden = false;
  $('trouble').textContent = error instanceof RequestError ? error.message : String(error);
}

function showTools(editing) {
  const buttons = document.querySelectorAll('[data-tool]');
  const refresh = () => {
    const { tool, selected } = editing;
    buttons.forEach((button) => button.setAttribute('aria-pressed', String(button.dataset.tool === tool)));
    $('hint').textContent = tool === 'split' && !selected ? t('split.choose') : t(`hint.${tool}`);
    $('delete').disabled = !selected;
  };
  buttons.forEach((button) => button.addEventListener('click', () => editing.setTool(button.dataset.tool)));
  editing.on('choice', refresh);
  editing.on('draft', () => {
    $('delete').disabled = !editing.selected;
  });
}

function listen(editing, map) {
  $('rectangle').addEventListener('click', () => editing.add(rectangle(map.centre, ...SIZE_METRES)));
  $('delete').addEventListener('click', () => editing.remove());
  $('undo').addEventListener('click', () => editing.draft.undo());
  $('redo').addEventListener('click', () => editing.draft.redo());
  $('download').addEventListener('click', () => {
    saveFile(`${site}.geojson`, 'application/geo+json', editing.draft.text());
  });
  addEventListener('keydown', (event) => {
    const inField = event.target.closest('input, textarea, select');
    if (!inField && (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'z') {
      event.preventDefault();
      (event.shiftKey ? () => editing.draft.redo() : () => editing.draft.undo())();
    } else if (!inField && event.key === 'Escape') {
      editing.setTool('select');
    }
  });
}

async function start() {
  const { version, definition } = await load();
  const editing = new Editing(`draft ${base} ${site}`);
  editing.canSave = await canSave();
  const stored = Draft.stored(editing.key);
  const map = new FootprintMap(editing);
  showList(editing);
  showForm(editing);
  showSaving(editing, reportError);
  showFindings(editing, reportError);
  showTools(editing);
  baseMapControls(map.view, viewParameter, setView);
  showTips(map.view, $('tip'), ({ id }) => (editing.draft.find(id) ? named(editing.draft.find(id)) : ''));
  listen(editing, map);
  showImport(editing);
  showGoTo(map);
  editing.open(version, definition);
  map.view.fit();
  if (stored) {
    offerUnsaved(editing, stored);
  }
  if (viewParameter('factory')) {
    editing.select(viewParameter('factory'));
  }
  await showBackground(map.view, reportError).catch(reportError);
  document.body.dataset.ready = 'true';
}

updateLanguageLinks();
showNewSite().catch(reportError);
if (site) {
  start().catch(reportError);
}
