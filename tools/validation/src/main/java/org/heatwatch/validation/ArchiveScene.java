package org.heatwatch.validation;

import org.heatwatch.ledger.SampledScene;

/**
 * One simulated scene: its record in the ledger, the delivered pixels, and the truth.
 *
 * @param group name of its test group, or {@link SimulatedArchive#REFERENCE}
 * @param sampled scene record and samples as recovered blindly from the delivered pixels
 * @param image delivered pixels
 * @param truth the simulated truth
 */
public record ArchiveScene(String group, SampledScene sampled, DeliveredImage image, SceneTruth truth) {}
