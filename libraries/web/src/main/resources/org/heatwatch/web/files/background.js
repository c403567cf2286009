// The pass that is shown behind the footprints.

import { $, el } from './dom.js';
import { askOnce } from './api.js';
import { legend } from './heat.js';
import { choose, chosen } from './place.js';
import { time } from './words.js';

/** Offers the passes that showed anything, and shows the chosen one on a map; the latest unless one was chosen. */
export async function showBackground(map, trouble) {
  const { passes, timeZone } = await askOnce('/timeline');
  const seen = passes.filter((pass) => pass.seen > 0).reverse();
  const select = $('behind');
  select.append(...seen.map((pass) => el('option', { value: pass.acquisition }, time(pass.acquiredAt, timeZone))));
  const show = async () => {
    const acquisition = select.value;
    choose({ pass: acquisition });
    legend($('legend'), acquisition ? 'excess' : 'none');
    const numbers = acquisition ? await askOnce(`/heatmaps/${acquisition}.json`) : null;
    if (select.value === acquisition) {
      map.heat.show(numbers?.samples ?? null, 'excess');
      map.setSpots(numbers?.pass.hotSpots ?? []);
    }
  };
  select.addEventListener('change', () => show().catch(trouble));
  select.value = chosen('pass') || seen[0]?.acquisition || '';
  await show();
}
