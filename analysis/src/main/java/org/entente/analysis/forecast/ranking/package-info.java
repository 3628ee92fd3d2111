/**
 * Who will do what to whom: actors ranked by evidence from the past, each prediction a sum of
 * terms.
 */
package org.entente.analysis.forecast.ranking;
