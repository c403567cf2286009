// Three-way merge of site definitions, feature by feature.

const same = (a, b) => JSON.stringify(a) === JSON.stringify(b);

function unusedId(id, features) {
  let index = 2;
  while (features.some((feature) => feature.id === `${id}-${index}`)) {
    index += 1;
  }
  return `${id}-${index}`;
}

/**
 * Merges two versions with the same base. A feature that only one side changed is taken from that side. A feature that
 * both changed differently is a conflict, with its id and both features, of which a deleted one is undefined.
 *
 * @returns {merged, conflicts, taken}: the merged definition, the conflicts, and the ids of features taken from theirs
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
      // Two new footprints with the same id are different footprints; mine gets another id.
      const free = unusedId(id, [...theirs.features, ...mine.features]);
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

/** Resolves a conflict: replaces the feature with one side, or removes it if that side is undefined. */
export function resolve(site, id, feature) {
  const index = site.features.findIndex((candidate) => candidate.id === id);
  if (index >= 0) {
    site.features.splice(index, 1, ...(feature ? [feature] : []));
  } else if (feature) {
    site.features.push(feature);
  }
}

/** How a feature differs from another: names and values of properties, and whether its outline is different. */
export function differences(feature, other) {
  return {
    properties: Object.entries(feature.properties)
      .filter(([key, value]) => !same(value, other?.properties[key])),
    outline: !same(feature.geometry, other?.geometry),
  };
}
