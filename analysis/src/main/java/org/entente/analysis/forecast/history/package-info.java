/** Events as compact arrays by day, read from files or a store: what forecasts are made from. */
package org.entente.analysis.forecast.history;
