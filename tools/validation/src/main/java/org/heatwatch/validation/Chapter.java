package org.heatwatch.validation;

/**
 * A chapter of the report.
 *
 * @param title title as printed
 * @param text text in GitHub-flavoured Markdown, without the title
 */
public record Chapter(String title, String text) {}
