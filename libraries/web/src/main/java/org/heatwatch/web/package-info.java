/** What a browser gets besides data: the pages of the dashboard, their words, and the libraries that they use. */
@NullMarked
package org.heatwatch.web;

import org.jspecify.annotations.NullMarked;
