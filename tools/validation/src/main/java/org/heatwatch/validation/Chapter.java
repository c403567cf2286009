package org.heatwatch.validation;

/**
 * A part of the report.
 *
 * @param title as it stands in the report
 * @param text in GitHub's Markdown, without the title
 */
public record Chapter(String title, String text) {}
