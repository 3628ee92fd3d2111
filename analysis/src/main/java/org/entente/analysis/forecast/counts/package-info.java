/** Counts that fade: what forecasts remember of the past. */
package org.entente.analysis.forecast.counts;
