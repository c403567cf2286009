package org.heatwatch.validation;

import org.heatwatch.ledger.SampledScene;

/**
 * One simulated scene: what the ledger would hold of it, what was delivered, and the truth.
 *
 * @param group name of its test group, or {@link SimulatedArchive#DORMANT}
 * @param sampled as recovered blindly from the delivered pixels
 */
public record ArchiveScene(String group, SampledScene sampled, DeliveredImage image, SceneTruth truth) {}
