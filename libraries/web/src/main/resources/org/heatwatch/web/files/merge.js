// Two people's changes of one definition, put together feature by feature.

const same = (a, b) => JSON.stringify(a) === JSON.stringify(b);

function fresh(id, features) {
  let number = 2;
  while (features.some((feature) => feature.id === `${id}-${number}`)) {
    number += 1;
  }
  return `${id}-${number}`;
}

/**
 * What both made of a definition. What only one changed is taken from that one; what both changed differently is left to
 * choose: conflicts have the id, and both features, of which one may be missing since it was deleted.
 */
export function merge(base, mine, theirs) {
  const find = (site, id) => site.features.find((feature) => feature.id === id);
  const ids = [...new Set([...theirs.features, ...mine.features].map(({ id }) => id))];
  const conflicts = [];
  const taken = [];
  const features = [];
  for (const id of ids) {
    const [was, my, their] = [base, mine, theirs].map((site) => find(site, id));
    if (same(my, their) || same(their, was)) {
      features.push(my);
    } else if (same(my, was)) {
      features.push(their);
      taken.push(id);
    } else if (!was && my && their) {
      // Two new footprints that happen to have the same id are two footprints.
      const free = fresh(id, [...theirs.features, ...mine.features]);
      features.push(their, { ...my, id: free, properties: { ...my.properties, id: free } });
      taken.push(id);
    } else {
      conflicts.push({ id, mine: my, theirs: their });
      features.push(my ?? their);
    }
  }
  const head = (site) => ({ ...site, features: [] });
  const outer = same(head(mine), head(base)) ? theirs : mine;
  return { merged: { ...outer, features: features.filter(Boolean) }, conflicts, taken };
}

/** Takes a side in a conflict. */
export function decide(site, id, feature) {
  const at = site.features.findIndex((one) => one.id === id);
  if (at >= 0) {
    site.features.splice(at, 1, ...(feature ? [feature] : []));
  } else if (feature) {
    site.features.push(feature);
  }
}

/** What a feature has that another has not: names and values of properties, and whether its outline is another. */
export function differences(feature, other) {
  return {
    properties: Object.entries(feature.properties)
      .filter(([key, value]) => !same(value, other?.properties[key])),
    outline: !same(feature.geometry, other?.geometry),
  };
}
