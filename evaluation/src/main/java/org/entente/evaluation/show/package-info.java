/** Tables and pictures of what was measured: on a terminal, in Markdown, on one HTML page. */
package org.entente.evaluation.show;
