// The heat map that the editor shows behind the footprints.

import { $, el } from './dom.js';
import { fetchCached } from './api.js';
import { legend } from './heat.js';
import { setView, viewParameter } from './view.js';
import { time } from './words.js';

/** Lists the passes in which anything was seen, and shows the selected one on the map; by default the latest. */
export async function showBackground(map, reportError) {
  const { passes, timeZone } = await fetchCached('/timeline');
  const seen = passes.filter((pass) => pass.seen > 0).reverse();
  const select = $('behind');
  select.append(...seen.map((pass) => el('option', { value: pass.acquisition }, time(pass.acquiredAt, timeZone))));
  const show = async () => {
    const acquisition = select.value;
    setView({ pass: acquisition });
    const numbers = acquisition ? await fetchCached(`/heatmaps/${acquisition}.json`) : null;
    if (select.value === acquisition) {
      legend($('legend'), acquisition ? 'excess' : 'none', numbers?.samples);
      map.heat.show(numbers?.samples ?? null, 'excess');
      map.setSpots(numbers?.pass.hotSpots ?? []);
    }
  };
  select.addEventListener('change', () => show().catch(reportError));
  select.value = viewParameter('pass') || seen[0]?.acquisition || '';
  await show();
}
