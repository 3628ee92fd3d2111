/**
 * Coded documents as people and programs read them: a table for the terminal, JSON Lines and CSV
 * for programs, and one self-contained HTML page with the article, its events, a network and a
 * timeline. Starts at {@link org.entente.report.Report}.
 */
package org.entente.report;
